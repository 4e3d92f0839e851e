import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { Running } from '../kubernetes/control-plane.ts';

/** Who lives where: the identity of each object by its place. Another one in the same place was made anew. */
export type Identities = ReadonlyMap<string, string>;

/** Identities of everything that some lists of a cluster hold, but for what comes and goes with a pod. */
export async function identities({ row, api }: Running, ...lists: readonly string[]): Promise<Identities> {
  const found = await Promise.all(
    lists.map(async list =>
      (await api.list(list))
        .filter(({ metadata }) => !listAt(metadata, 'ownerReferences').some(owner => textAt(owner, 'kind') === 'Pod'))
        .map(
          ({ metadata }) =>
            [
              `${list} ${String(metadata['namespace'] ?? '')}/${metadata.name} on ${row.name}`,
              `${String(metadata['uid'])}${metadata['deletionTimestamp'] === undefined ? '' : ', about to go'}`,
            ] as const,
        ),
    ),
  );
  return new Map(found.flat());
}

/** Places whose object is gone, is about to go, or is another one. */
export function lost(before: Identities, after: Identities): string[] {
  return [...before].filter(([place, identity]) => after.get(place) !== identity).map(([place]) => place);
}
