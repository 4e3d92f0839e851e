import { setTimeout as sleep } from 'node:timers/promises';
import { demandNone } from '../../conformance/report/ledger.ts';
import type { LivePlatform } from '../live-platform.ts';
import { rewriteSources } from '../network/workstation.ts';
import { Declared } from '../packets/declared.ts';
import { person } from '../packets/places.ts';
import { allTrials, nodePortTrials } from '../packets/trials.ts';
import type { Trials } from '../packets/trials.ts';
import type { LiveCase } from './live-case.ts';

const atOnce = 6;

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

/** What is other than declared is looked at once more: a policy engine may be about to follow a pod that has just come. */
async function judged(all: readonly Trials[]): Promise<string> {
  const first = await connected(all);
  const doubtful = first.flatMap(([{ origin, trials }, results]) => {
    const other = trials.filter(({ declared }, index) => results[index] !== declared);
    return other.length > 0 ? [{ origin, trials: other }] : [];
  });
  if (doubtful.length > 0) await sleep(10_000);
  const wrong = (await connected(doubtful)).flatMap(([{ origin, trials }, results]) =>
    trials
      .filter(({ declared }, index) => results[index] !== declared)
      .map(
        ({ target, declared }) =>
          `${origin.title} -> ${target.title}: ${stateOf(!declared)}, must be ${stateOf(declared)}`,
      ),
  );
  demandNone(wrong, 'connections other than declared');
  const tried = first.flatMap(([, results]) => results);
  const open = tried.filter(Boolean).length;
  const passing = doubtful.flatMap(({ origin, trials }) =>
    trials.map(({ target }) => `${origin.title} -> ${target.title}`),
  );
  return [
    `${tried.length} connections tried from ${all.length} places: ${open} open, ${tried.length - open} closed, all as declared`,
    ...passing.map(text => `not at the first look: ${text}`),
  ].join('; ');
}

function stateOf(isOpen: boolean): string {
  return isOpen ? 'open' : 'closed';
}

/** From some places at a time: most of it is waiting for an answer that a policy keeps back. */
async function connected(all: readonly Trials[]): Promise<[Trials, boolean[]][]> {
  const found: [Trials, boolean[]][] = [];
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce).map(async (each): Promise<[Trials, boolean[]]> => {
      return [each, await each.origin.connects(each.trials.map(({ target }) => target))];
    });
    found.push(...(await Promise.all(some)));
  }
  return found;
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
