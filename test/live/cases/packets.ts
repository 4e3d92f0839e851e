import { demandNone } from '../../conformance/report/ledger.ts';
import type { LivePlatform } from '../live-platform.ts';
import { rewriteSources } from '../network/workstation.ts';
import { Declared } from '../packets/declared.ts';
import { person } from '../packets/places.ts';
import { allTrials, nodePortTrials } from '../packets/trials.ts';
import type { Trials } from '../packets/trials.ts';
import type { LiveCase } from './live-case.ts';

/** What the network lets through is what the code declares: judged by connections, not by reading policies. */
export const packets: LiveCase = {
  title: 'allowed is declared, by packets: every pod, node and neighbour against every port',
  run: async platform => {
    const declared = await Declared.ofOwnRows();
    const all = await allTrials(platform.clusters, declared);
    const notes = [await judged(all)];
    return [...notes, ...(await withSourcesRewritten(platform))];
  },
};

async function judged(all: readonly Trials[]): Promise<string> {
  const wrong: string[] = [];
  let open = 0;
  let closed = 0;
  for (const { origin, trials } of all) {
    const results = await origin.connects(trials.map(({ target }) => target));
    trials.forEach(({ target, declared }, index) => {
      const isOpen = results[index] === true;
      if (isOpen) open += 1;
      else closed += 1;
      if (isOpen === declared) return;
      wrong.push(
        `${origin.title} -> ${target.title}: is ${isOpen ? 'open' : 'closed'}, must be ${declared ? 'open' : 'closed'}`,
      );
    });
  }
  demandNone(wrong, 'connections other than declared');
  return `${open + closed} connections tried from ${all.length} places: ${open} open, ${closed} closed, all as declared`;
}

/** Docker's proxy on a workstation puts its own address in place of the client's; without it the client's stays. */
async function withSourcesRewritten({ clusters }: LivePlatform): Promise<string[]> {
  const notes: string[] = [];
  for (const cluster of clusters.filter(({ place }) => place.workstation)) {
    await rewriteSources(cluster.place, true);
    try {
      const trials = await nodePortTrials(cluster);
      notes.push(
        `${cluster.name}, published ports with their sources rewritten: ${await judged([{ origin: person, trials }])}`,
      );
    } finally {
      await rewriteSources(cluster.place, false);
    }
  }
  return notes;
}
