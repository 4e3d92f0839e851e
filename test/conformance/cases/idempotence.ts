import { setTimeout as sleep } from 'node:timers/promises';
import type { World } from '../argocd/running-platform.ts';
import { demandNone } from '../report/ledger.ts';
import type { Case } from './case.ts';

const workloads = ['deployments', 'statefulsets'];

/** What was synced stays synced: nothing that the API server or a controller writes counts as a difference. */
export const idempotence: Case = {
  title: 'a hard refresh finds nothing OutOfSync, starts nothing and changes no workload',
  run: async world => {
    const before = await picture(world);
    await world.refreshAll('hard');
    await sleep(15_000);
    const after = await picture(world);
    const states = await world.states();
    demandNone(
      [
        ...states.filter(({ sync }) => sync !== 'Synced').map(({ name, sync }) => `${name} is ${sync}`),
        ...[...after]
          .filter(([name, value]) => before.get(name) !== value)
          .map(([name, value]) => `${name} was ${before.get(name)}, is ${value}`),
      ],
      'differences after a hard refresh',
    );
    return [`${after.size} operations and generations compared`];
  },
};

async function picture(world: World): Promise<Map<string, string>> {
  const operations = (await world.states()).map(({ name, finished }) => [`operation of ${name}`, finished] as const);
  const generations = await Promise.all(
    [...world.clusters].flatMap(([cluster, { api }]) =>
      workloads.map(async plural =>
        (await api.list(`/apis/apps/v1/${plural}`)).map(({ metadata }) => {
          const title = `generation of ${metadata.name} in ${String(metadata['namespace'])} on ${cluster}`;
          return [title, String(metadata['generation'])] as const;
        }),
      ),
    ),
  );
  return new Map([...operations, ...generations.flat()]);
}
