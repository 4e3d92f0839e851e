import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { groupOf, namespaceOf } from '../../../lib/synth/manifest.ts';
import type { JsonMap, Manifest } from '../../../lib/synth/manifest.ts';
import type { Delivered } from './delivered.ts';

interface Admitted {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

interface Project {
  readonly clusterResourceWhitelist: readonly Admitted[];
  readonly namespaceResourceWhitelist?: readonly Admitted[];
  readonly destinations: readonly { readonly name: string; readonly namespace: string }[];
}

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
  const rules = (parse(readFileSync(file, 'utf8')) as JsonMap)['spec'] as unknown as Project;

  const complaints: string[] = [];
  for (const object of objects) {
    const inside = await isNamespaced(object);
    const kinds = inside ? rules.namespaceResourceWhitelist ?? [] : rules.clusterResourceWhitelist;
    const place = namespaceOf(object) ?? namespace;
    const reached = !inside || rules.destinations.some(each => (
      each.name === destination.name && each.namespace === place
    ));
    if (reached && kinds.some(admitted => admits(admitted, object))) continue;
    complaints.push(`${name}: ${object.kind} ${object.metadata.name} in ${inside ? place : 'no namespace'}`);
  }
  return complaints;
}

function admits({ group, kind, name }: Admitted, object: Manifest): boolean {
  return group === groupOf(object) && kind === object.kind && (name === undefined || name === object.metadata.name);
}
