import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { groupOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { textAt } from '../../../lib/yaml/json-path.ts';
import { documents } from '../platform/documents.ts';
import { ownDefinitionFiles } from '../platform/own-kinds.ts';
import { definitions } from '../places.ts';
import { until } from '../processes/until.ts';
import type { Api } from './api.ts';
import { publishedDefinitions } from './published-definitions.ts';

/** Files that define the kinds of API groups. @throws Error for a group that nobody has defined */
export async function requiredDefinitions(groups: readonly string[]): Promise<string[]> {
  return (
    await Promise.all(
      groups.map(async group => {
        const found = await definitionFiles(group);
        if (found.length === 0)
          throw new Error(`${group}: nobody has defined it, must be in ${definitions} or published`);
        return found;
      }),
    )
  ).flat();
}

/**
 * Files that define the kinds of an API group: those that somebody has put there, else those of a published module, and
 * after them those of this platform, which count.
 */
export async function definitionFiles(group: string): Promise<string[]> {
  const own = ownDefinitionFiles.filter(file => documents(readFileSync(file, 'utf8')).some(isOf(group)));
  return [...(await foreignFiles(group)), ...own];
}

async function foreignFiles(group: string): Promise<string[]> {
  const folder = join(definitions, group);
  if (group === '' || !existsSync(folder)) return publishedDefinitions(group);
  return readdirSync(folder)
    .filter(file => file.endsWith('.yaml'))
    .map(file => join(folder, file));
}

function isOf(group: string): (definition: Manifest) => boolean {
  return definition => textAt(definition, 'spec', 'group') === group;
}

/** Makes the kinds known that custom resources are of, where somebody has defined them. */
export async function define(api: Api, manifests: readonly Manifest[]): Promise<void> {
  const groups = [...new Set(manifests.map(groupOf))];
  const files = (await Promise.all(groups.map(definitionFiles))).flat();
  const found = files.flatMap(file => documents(readFileSync(file, 'utf8')));
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
