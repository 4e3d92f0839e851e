import type { World } from '../argocd/running-platform.ts';
import { applications } from '../platform/delivered.ts';
import { demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

interface First {
  readonly name: string;
  readonly wave: number;

  /** When its root made it. */
  readonly made: string;

  /** When it first had everything in place. */
  readonly deployed: string;
}

/** Roots wait for one wave before they begin the next. */
export const order: Case = {
  title: 'projects come before Applications, and each wave after the one before it',
  run: async world => {
    const projects = await world.home.api.list('/apis/argoproj.io/v1alpha1/namespaces/argocd/appprojects');
    const lastProject = projects
      .map(({ metadata }) => String(metadata['creationTimestamp']))
      .sort()
      .at(-1)!;
    const seen: string[] = [];
    const complaints: string[] = [];
    for (const name of world.clusters.keys()) {
      const all = await firsts(world, name);
      const waves = [...new Set(all.map(({ wave }) => wave))].sort((one, other) => one - other);
      if (all.some(({ made }) => made < lastProject)) {
        complaints.push(`${name}: an Application is older than a project`);
      }
      waves.slice(1).forEach((wave, index) => complaints.push(...early(all, waves[index]!, wave)));
      seen.push(`${name}: waves ${waves.join(', ')}`);
    }
    demandNone(complaints, 'out of order');
    return seen;
  },
};

async function firsts(world: World, cluster: string): Promise<First[]> {
  const states = await world.states();
  return applications(world.file('dist'))
    .filter(row => row.cluster === cluster)
    .map(({ name, wave }) => {
      const manifest = states.find(state => state.name === name)!.manifest;
      const { history = [] } = manifest['status'] as unknown as { history?: readonly { deployedAt: string }[] };
      return {
        name,
        wave,
        made: String(manifest.metadata['creationTimestamp']),
        deployed: history[0]?.deployedAt ?? '',
      };
    });
}

function early(all: readonly First[], before: number, wave: number): string[] {
  const ready = all
    .filter(first => first.wave === before)
    .map(({ deployed }) => deployed)
    .sort()
    .at(-1)!;
  return all
    .filter(first => first.wave === wave && first.made < ready)
    .map(({ name, made }) => `${name} of wave ${wave} was made at ${made}, wave ${before} was in place at ${ready}`);
}
