import { textAt } from '../../../lib/yaml/json-path.ts';
import { unsettled } from '../../conformance/kubernetes/settled.ts';
import { until } from '../../conformance/processes/until.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import { revive, unready } from '../cluster/live-cluster.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LiveCase } from './live-case.ts';

/** The plug of a machine is pulled, and put back: its pods come back with their data, and nobody had to do anything. */
export const nodeLoss: LiveCase = {
  title: 'a node dies and returns, with its pods and their data',
  run: async platform => {
    const cluster = platform.clusters.find(({ nodes }) => nodes.length > 1);
    const node = cluster?.nodes.at(-1);
    if (!cluster || !node) throw new NotTried('no cluster of this platform has a second node');

    const { name } = node.place;
    const lost = await podsOn(cluster, name);
    await node.kill();
    const started = Date.now();
    await until(`${name} is missed`, {
      seconds: 90,
      every: 2000,
      missing: async () => ((await unready(cluster)) === name ? undefined : 'it still counts as ready'),
    });
    const missed = Math.round((Date.now() - started) / 1000);
    await revive(node, cluster);
    await until(`${name} and its pods are back`, {
      seconds: 240,
      every: 2000,
      missing: async () => (await unready(cluster)) ?? (await unsettled(cluster.api)),
    });
    await platform.world.allWell();
    const back = Math.round((Date.now() - started) / 1000) - missed;
    return [
      `${name} of ${cluster.name}, with ${lost} pods, was missed after ${missed} s; all were back ${back} s after its return`,
    ];
  },
};

async function podsOn({ api }: LiveCluster, node: string): Promise<number> {
  return (await api.list('/api/v1/pods')).filter(pod => textAt(pod, 'spec', 'nodeName') === node).length;
}
