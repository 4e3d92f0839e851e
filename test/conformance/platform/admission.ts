import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { admitsDestination, admitsObject } from '../../../lib/checks/argocd/admission.ts';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Delivered } from './delivered.ts';

/**
 * Objects of an Application that its project does not admit, in words.
 *
 * @param isNamespaced whether objects of a kind lie in a namespace
 */
export async function notAdmitted(
  dist: string,
  { name, manifest, namespace }: Delivered,
  objects: readonly Manifest[],
  isNamespaced: (object: Manifest) => Promise<boolean>,
): Promise<string[]> {
  const { project, destination } = manifest['spec'] as unknown as { project: string; destination: { name: string } };
  const file = join(dist, 'argocd', 'projects', `appproject.${project}.yaml`);
  const rules = parse(readFileSync(file, 'utf8')) as Manifest;

  const complaints: string[] = [];
  for (const object of objects) {
    const inside = await isNamespaced(object);
    const place = namespaceOf(object) ?? namespace;
    const reached = !inside || admitsDestination(rules, destination.name, place);
    if (reached && admitsObject(rules, object, !inside)) continue;
    complaints.push(`${name}: ${object.kind} ${object.metadata.name} in ${inside ? place : 'no namespace'}`);
  }
  return complaints;
}
