import { createHash } from 'node:crypto';
import { groupOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/** The longest file name, which leaves room for an ending below the 255 bytes that disks take. */
const longestName = 230;

/** Ways to name the file of an object, from the shortest on. The last one is an object's own. */
const ways: readonly ((manifest: Manifest) => string)[] = [
  ({ kind, metadata }) => fileSafe([kind, metadata.name]),
  manifest => fileSafe(partsOf(manifest)),
  manifest => `${fileSafe(partsOf(manifest)).slice(0, longestName - 9)}.${digestOf(manifest)}`,
];

/**
 * File names of manifests, in order and without an ending: `<kind>.<name>`, with group and namespace between where two
 * would be equal, and with a digest of the object's identity where two still would. No two are equal on a disk that
 * does not tell cases apart.
 *
 * @throws Error for an object that is there twice.
 */
export function fileNames(manifests: readonly Manifest[]): string[] {
  const names = manifests.map(() => '');
  let unnamed = [...manifests.keys()];
  for (const nameOf of ways) {
    const tried = unnamed.map(index => nameOf(manifests[index]!));
    const count = new Map<string, number>();
    for (const name of [...names, ...tried]) count.set(name, (count.get(name) ?? 0) + 1);
    unnamed.forEach((index, at) => {
      if (isFileName(tried[at]!) && count.get(tried[at]!) === 1) names[index] = tried[at]!;
    });
    unnamed = unnamed.filter(index => names[index] === '');
  }
  const twice = manifests[unnamed[0] ?? -1];
  if (!twice) return names;
  throw new Error(`${twice.kind} ${twice.metadata.name} is there twice, each object of a folder must be another`);
}

/** A name that ends in `.patch` would be that of another object's patch. */
function isFileName(name: string): boolean {
  return name.length <= longestName && !name.endsWith('.patch');
}

function partsOf(manifest: Manifest): string[] {
  const { kind, metadata } = manifest;
  return [kind, groupOf(manifest), String(metadata.namespace ?? ''), metadata.name];
}

/** Lower case, since some disks do not tell cases apart; and no character that a disk or a shell minds. */
function fileSafe(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .join('.')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]/g, '-');
}

function digestOf(manifest: Manifest): string {
  const identity = JSON.stringify([manifest.apiVersion, ...partsOf(manifest)]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 8);
}
