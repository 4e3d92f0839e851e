import { join } from 'node:path';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import { applications, built } from './delivered.ts';

/**
 * Objects that two versions of `dist/` deliver to one cluster by Applications of different names.
 *
 * @param kinds those that matter
 */
export async function movedBetween(before: string, after: string, kinds: readonly string[]): Promise<string[]> {
  const [old, now] = await Promise.all([before, after].map(dist => owners(dist, kinds)));
  return [...old!].flatMap(([object, application]) => {
    const owner = now!.get(object);
    return owner === undefined || owner === application ? [] : [`${object} from ${application} to ${owner}`];
  });
}

/** The Application that delivers each object. */
async function owners(dist: string, kinds: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { name, cluster, path, namespace } of applications(dist)) {
    if (path === undefined) continue;
    for (const manifest of await built(join(dist, '..', path))) {
      const { kind, metadata } = manifest;
      const place = kind === 'Namespace' ? '' : `${namespaceOf(manifest) ?? namespace}/`;
      if (kinds.includes(kind)) found.set(`${cluster}: ${kind} ${place}${metadata.name}`, name);
    }
  }
  return found;
}
