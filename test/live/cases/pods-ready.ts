import { amountIn } from '../../../lib/model/quantity.ts';
import { at, listAt, mapAt, numberAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { unsettled } from '../../conformance/kubernetes/settled.ts';
import { demandNone } from '../../conformance/report/ledger.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import { containersOf, processOf } from '../node/containers.ts';
import type { ContainerProcess } from '../node/containers.ts';
import type { LiveCase } from './live-case.ts';

const billion = 1_000_000_000n;

/** Every pod runs, every container is ready, and the kernel keeps what the manifest says of it. */
export const podsReady: LiveCase = {
  title: 'every pod is ready, and its processes are what it says: user, read-only root, memory',
  run: async ({ clusters }) => {
    const notes: string[] = [];
    const wrong: string[] = [];
    for (const cluster of clusters) {
      const lacking = await unsettled(cluster.api);
      if (lacking !== undefined) wrong.push(`${cluster.name}: ${lacking}`);
      const { complaints, count } = await judged(cluster);
      wrong.push(...complaints);
      notes.push(`${cluster.name}: ${count} containers looked at`);
    }
    demandNone(wrong, 'pods that are not as they say');
    return notes;
  },
};

async function judged(cluster: LiveCluster): Promise<{ complaints: string[]; count: number }> {
  const complaints: string[] = [];
  let count = 0;
  const pods = await cluster.api.list('/api/v1/pods');
  for (const node of cluster.nodes) {
    const running = await containersOf(node);
    for (const pod of pods.filter(each => textAt(each, 'spec', 'nodeName') === node.place.name)) {
      for (const container of listAt(pod, 'spec', 'containers')) {
        const where = `${cluster.name}: ${textAt(pod, 'metadata', 'namespace')}/${pod.metadata.name}/${textAt(container, 'name')}`;
        const status = listAt(pod, 'status', 'containerStatuses').find(
          each => at(each, 'name') === at(container, 'name'),
        );
        if (at(status, 'ready') !== true) complaints.push(`${where}: is not ready`);
        const pid = running.get((textAt(status, 'containerID') ?? '').replace('containerd://', ''));
        if (pid === undefined) continue;
        count += 1;
        complaints.push(...differences(pod, container, await processOf(node, pid)).map(each => `${where}: ${each}`));
      }
    }
  }
  return { complaints, count };
}

function differences(pod: Json, container: Json, process: ContainerProcess): string[] {
  const wanted = { ...mapAt(pod, 'spec', 'securityContext'), ...mapAt(container, 'securityContext') };
  const user = numberAt(wanted, 'runAsUser');
  const memory = textAt(container, 'resources', 'limits', 'memory');
  const bytes = memory === undefined ? undefined : (amountIn(memory) ?? 0n) / billion;
  return [
    ...(user !== undefined && process.user !== user ? [`runs as ${process.user}, must run as ${user}`] : []),
    ...(at(wanted, 'runAsNonRoot') === true && process.user === 0 ? ['runs as root, must not'] : []),
    ...(at(wanted, 'readOnlyRootFilesystem') === true && !process.readOnlyRoot
      ? ['can write to its root, must not']
      : []),
    ...(bytes !== process.memoryLimit ? [`is held to ${process.memoryLimit} bytes, must be held to ${bytes}`] : []),
  ];
}
