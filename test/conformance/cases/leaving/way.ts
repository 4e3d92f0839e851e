import { documentedCommands } from '../../argocd/documentation.ts';
import { identities, lost } from '../../argocd/identities.ts';
import type { Identities } from '../../argocd/identities.ts';
import { demandNoOrphans } from '../../argocd/orphans.ts';
import type { Rows } from '../../argocd/rows.ts';
import type { World } from '../../argocd/running-platform.ts';
import { until } from '../../processes/until.ts';
import { demandNone } from '../../report/ledger.ts';

/** Objects whose end would be a loss, and whose identity tells whether they were made anew. */
const lists = [
  '/api/v1/namespaces',
  '/api/v1/services',
  '/api/v1/persistentvolumeclaims',
  '/apis/apps/v1/deployments',
  '/apis/apps/v1/statefulsets',
];

/** The identities of what must stay, by place. */
export async function present(world: World): Promise<Identities> {
  const all = await Promise.all([...world.clusters.values()].map(cluster => identities(cluster, ...lists)));
  return new Map(all.flatMap(found => [...found]));
}

/** Holds what went to what had to go: nothing else did, and nothing of it stayed. */
export function demandGone(before: Identities, after: Identities, leaves: (place: string) => boolean): void {
  const gone = lost(before, after);
  demandNone(
    gone.filter(place => !leaves(place)),
    'objects gone or made anew that had to stay',
  );
  demandNone(
    [...before.keys()].filter(place => leaves(place) && !gone.includes(place)),
    'objects that stayed and had to go',
  );
  if (![...before.keys()].some(leaves)) throw new Error('nothing was there that could go, something must have been');
}

/** The second commit: without the row all is well, and nothing is left that nobody has. */
export async function ends(world: World, rows: Rows, message: string): Promise<string> {
  await rows.push(message);
  await world.allWell();
  await demandNoOrphans(world);
  return 'after the second commit all is Synced and Healthy, and no object is left behind';
}

/** Waits until Applications are gone. */
export async function untilGone(world: World, names: readonly string[]): Promise<void> {
  await until(`${names.join(', ')} are gone`, {
    seconds: 120,
    missing: async () => {
      const left = (await world.states()).filter(({ name }) => names.includes(name));
      return left.length === 0 ? undefined : left.map(({ name, complaint }) => `${name} (${complaint})`).join();
    },
  });
}

/** Waits until an Application delivers to another cluster than before. */
export async function untilOn(world: World, name: string, cluster: string): Promise<void> {
  await until(`${name} is on ${cluster}`, {
    seconds: 120,
    missing: async () => {
      const state = await world.state(name);
      return state?.cluster === cluster ? undefined : `${state?.cluster ?? 'nowhere'}: ${state?.complaint ?? ''}`;
    },
  });
}

/** Approves the end of namespaces, as docs/bootstrap.md has it, once Argo CD asks for it. */
export async function approves(world: World, foundation: string): Promise<void> {
  await until(`the sync of ${foundation} waits for approval`, {
    seconds: 120,
    missing: async () => {
      const { phase = '', complaint = '' } = (await world.state(foundation)) ?? {};
      return phase === 'Running' && /confirm/i.test(complaint) ? undefined : `${phase}: ${complaint}`;
    },
  });
  const approve = documentedCommands('## Later').find(commands => commands.includes('annotate application dev-gcp'))!;
  await world.person.types(approve.replace('dev-gcp-foundation', foundation));
}

/** Takes guarded Applications down, as docs/bootstrap.md has it. */
export async function takesDown(world: World, names: readonly string[]): Promise<void> {
  const definition = documentedCommands('## Later').find(commands => commands.startsWith('take_down()'))!;
  for (const name of names) await world.person.types(`${definition}\ntake_down ${name}`);
}
