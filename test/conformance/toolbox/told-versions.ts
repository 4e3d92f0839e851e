import { familyOf } from './catalogue.ts';
import { isWrittenHere } from './family.ts';
import type { Family } from './family.ts';
import { ownVersions, variableOf } from './own-program.ts';
import { pinnedVersion } from './pinned-version.ts';

/** What a report says of the tools of a run: each with its version, and whose it is where it was not built. */
export async function told(names: readonly string[]): Promise<string> {
  const families = names.map(familyOf).filter(family => !isWrittenHere(family));
  return `with ${(await Promise.all(families.map(versionOf))).join(', ')}`;
}

async function versionOf(family: Family): Promise<string> {
  const title = family.name.replace(/^(kubernetes)-.*/, '$1');
  const own = await ownVersions(family);
  if (own === undefined) return `${title} ${pinnedVersion(family.name)}`;
  return `${title} ${[...new Set(own)].join(' and ')} of your own (${variableOf(family)}=${process.env[variableOf(family)]})`;
}
