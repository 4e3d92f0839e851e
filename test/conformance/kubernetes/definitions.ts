import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { groupOf } from '../../../lib/synth/manifest.ts';
import type { JsonMap, Manifest } from '../../../lib/synth/manifest.ts';
import { documents } from '../platform/delivered.ts';
import { definitions } from '../places.ts';
import { until } from '../processes/until.ts';
import { moduleFolder } from '../toolbox/module-folder.ts';
import type { Api } from './api.ts';

/**
 * Files that define the kinds of API groups. Those of Argo CD come with its module where nobody has put newer ones.
 *
 * @throws Error when the kinds of another group are not there
 */
export async function customDefinitions(groups: readonly string[]): Promise<string[]> {
  return (await Promise.all(groups.map(async group => {
    const found = definitionFiles(group);
    if (found.length > 0) return found;
    if (group !== 'argoproj.io') throw new Error(`${group}: no definitions in ${definitions}, must be there`);

    const folder = join(await moduleFolder('argocd', 'github.com/argoproj/argo-cd/v3'), 'manifests', 'crds');
    return readdirSync(folder).filter(file => file.endsWith('-crd.yaml')).map(file => join(folder, file));
  }))).flat();
}

/** Files that define the kinds of an API group; none where nobody has put them. */
export function definitionFiles(group: string): string[] {
  const folder = join(definitions, group);
  if (group === '' || !existsSync(folder)) return [];
  return readdirSync(folder).filter(file => file.endsWith('.yaml')).map(file => join(folder, file));
}

/** Makes the kinds known that custom resources are of, where their definitions are there. */
export async function define(api: Api, manifests: readonly Manifest[]): Promise<void> {
  const groups = [...new Set(manifests.map(groupOf))];
  const found = groups.flatMap(definitionFiles).flatMap(file => documents(readFileSync(file, 'utf8')));
  for (const definition of found) {
    const { status, body } = await api.apply(definition);
    if (status >= 300) throw new Error(`${definition.metadata.name}: ${String(body['message'])}`);
  }
  await until('the custom resources are known', { missing: () => notEstablished(api, found), seconds: 60 });
}

async function notEstablished(api: Api, expected: readonly Manifest[]): Promise<string | undefined> {
  const all = await api.list('/apis/apiextensions.k8s.io/v1/customresourcedefinitions');
  const established = new Set(all.filter(isEstablished).map(({ metadata }) => metadata.name));
  return expected.map(({ metadata }) => metadata.name).find(name => !established.has(name));
}

function isEstablished({ status }: Manifest): boolean {
  const { conditions = [] } = status as unknown as { conditions?: readonly JsonMap[] };
  return conditions.some(({ type, status: value }) => type === 'Established' && value === 'True');
}
