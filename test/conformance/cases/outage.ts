import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

/** A site that is out of reach harms nobody else, and comes back by itself. */
export const outage: Case = {
  title: 'while the edge is out of reach its Applications are Unknown and all others unharmed; then it recovers',
  run: async world => {
    const server = `${world.cluster('edge').name}-kube-apiserver`;
    await world.supervisor.stop(server);
    try {
      await until('the Applications of the edge are Unknown', {
        seconds: 120,
        missing: async () => {
          await world.refreshAll('hard');
          const seen = (await world.states()).filter(({ cluster, sync }) => cluster === 'edge' && sync !== 'Unknown');
          return seen.length === 0 ? undefined : seen.map(({ name, sync }) => `${name} is ${sync}`).join();
        },
        every: 5000,
      });
      const harmed = (await world.states()).filter(
        ({ name, cluster, sync, health }) =>
          cluster !== 'edge' && name !== 'root-edge' && !(sync === 'Synced' && health === 'Healthy'),
      );
      const words = harmed.map(({ name, sync, health }) => `${name} is ${sync} and ${health}`);
      if (harmed.length > 0) throw new Error(`${words.join()}, must be Synced and Healthy`);
    } finally {
      world.supervisor.resume(server);
    }
    await world.allWell(300);
    const count = (await world.states()).filter(({ cluster }) => cluster === 'edge').length;
    return [`${count} Applications were Unknown, and recovered without a hand`];
  },
};
