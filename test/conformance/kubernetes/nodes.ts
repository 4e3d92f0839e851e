import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mostNodesOf } from '../../../lib/model/cluster.ts';
import type { NodePool } from '../../../lib/model/cluster.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { devicesOf } from '../../../lib/model/pods/gpus.ts';
import { labelsOfPool } from '../../../lib/model/pods/node-labels.ts';
import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../processes/until.ts';
import { tool } from '../toolbox/build.ts';
import { moduleFolder } from '../toolbox/module-folder.ts';
import type { Ground, Running } from './control-plane.ts';

/** Makes the nodes of a cluster's row, at their most, and the program that plays their kubelets. */
export async function startNodes(
  cluster: Running,
  port: number,
  { folder, supervisor, endsSlowly }: Ground,
): Promise<void> {
  // Before kwok sees them: it gives a node that says nothing of its size a thousand processors, and may do so late.
  for (const pool of cluster.row.nodes) {
    for (let index = 1; index <= mostNodesOf(pool); index += 1) await makeNode(cluster, pool, `${pool.name}-${index}`);
  }

  const stages = join(folder, cluster.name, 'stages.yaml');
  const texts = await stageTexts();
  writeFileSync(stages, endsSlowly ? slowly(texts) : texts);
  supervisor.start({
    name: `${cluster.name}-kwok`,
    program: tool('kwok'),
    args: [
      `--kubeconfig=${cluster.kubeconfig}`,
      `--config=${stages}`,
      '--manage-all-nodes=true',
      '--cidr=10.42.0.0/16',
      '--node-ip=10.0.0.1',
      `--server-address=127.0.0.1:${port}`,
      '--node-lease-duration-seconds=40', // without leases the nodes are lost after fifty seconds
    ],
  });
  // Pods that are placed while some nodes are still kept free do not lie as they would.
  await until(`nodes of ${cluster.name} take pods`, { seconds: 30, every: 200, missing: () => keptFree(cluster) });
}

/** Nodes that Kubernetes itself keeps pods off, as it does until they are ready. */
async function keptFree({ api }: Running): Promise<string | undefined> {
  const nodes = await api.list('/api/v1/nodes');
  const kept = nodes.filter(node =>
    listAt(node, 'spec', 'taints').some(taint => textAt(taint, 'key')?.startsWith('node.kubernetes.io/')),
  );
  return kept.length > 0 ? kept.map(({ metadata }) => metadata.name).join(', ') : undefined;
}

/** How nodes and pods come alive lies in the module of kwok itself. */
async function stageTexts(): Promise<string> {
  const where = await moduleFolder('kwok', 'sigs.k8s.io/kwok');
  const folders = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast'];
  return folders
    .map(name => join(where, 'kustomize', 'stage', name))
    .flatMap(folder =>
      readdirSync(folder)
        .filter(file => file.endsWith('.yaml') && file !== 'kustomization.yaml')
        .map(file => readFileSync(join(folder, file), 'utf8')),
    )
    .join('\n---\n');
}

/** A pod is gone at its `deletionTimestamp`: when it was told to stop, and its grace period after that. */
function slowly(texts: string): string {
  const atOnce = '  next:\n    delete: true';
  const delay = "  delay:\n    durationFrom:\n      expressionFrom: '.metadata.deletionTimestamp'\n";
  if (texts.split(atOnce).length !== 2) throw new Error('kwok: there must be one stage in which a pod is deleted');
  return texts.replace(atOnce, `${delay}${atOnce}`);
}

/** Makes room for many pods more, so that nodes hold nothing back. */
export async function makeRoom(cluster: Running): Promise<void> {
  const size = { cpu: '1000', memory: '4Ti', ephemeralStorage: '4Ti' } as const;
  for (const name of ['spare-1', 'spare-2']) await makeNode(cluster, { name: 'spare', count: 2, ...size }, name);
  await until(`${cluster.name} has room`, { seconds: 30, every: 200, missing: () => keptFree(cluster) });
}

async function makeNode({ api }: Running, pool: NodePool, name: string): Promise<void> {
  const node: Manifest = {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      annotations: { 'kwok.x-k8s.io/node': 'fake', 'node.alpha.kubernetes.io/ttl': '0' },
      labels: {
        'kubernetes.io/hostname': name,
        ...labelsOfPool(pool),
      },
    },
    spec: { taints: (pool.taints ?? []).map(taint => ({ ...taint })) },
  };
  const devices = Object.fromEntries(
    Object.entries(devicesOf(pool.gpus)).map(([name, count]) => [name, String(count)]),
  );
  const amounts = {
    'cpu': pool.cpu,
    'memory': pool.memory,
    'ephemeral-storage': pool.ephemeralStorage,
    'pods': '110',
    ...devices,
  };
  const made = await api.apply(node);
  if (made.status >= 300) throw new Error(`Node ${name}: ${String(made.body['message'])}`);
  await api.patch(`/api/v1/nodes/${name}/status`, { status: { capacity: amounts, allocatable: amounts } });
}
