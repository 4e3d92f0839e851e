import { listed } from '../../model/input/did-you-mean.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { World } from '../world.ts';
import type { UnitRule } from '../rule.ts';

export const credentialHasEntry: UnitRule = {
  id: 'credential-has-entry',
  why: 'An end of something that nobody fetches is watched, and the end that was meant is not.',
  fix: "Correct the key of 'credentialEnds' in overlays/site.ts: it is an entry of Secret Manager that External Secrets fetches.",

  checkUnit: ({ unit, world }) => {
    // Said once, of the unit that is there whatever the rows say.
    if (unit !== world.units.find(({ owner }) => owner === 'argocd')) return [];
    const entries = world.once(fetchedEntries);
    return Object.keys(world.facts.platform.site.credentialEnds ?? {})
      .filter(entry => !entries.includes(entry))
      .map(entry => `watches the end of '${entry}', which nobody fetches, it must be one of ${listed(entries, entry)}`);
  },
};

function fetchedEntries(world: World): string[] {
  const data = world.subjects(['ExternalSecret']).flatMap(({ manifest }) => listAt(manifest, 'spec', 'data'));
  return [...new Set(data.map(each => textAt(each, 'remoteRef', 'key')!))].sort();
}
