import type { RenderedNodeClass, RenderedNodePool } from '../kinds/schema/karpenter.ts';
import { mostNodesOf } from '../model/cluster.ts';
import type { Cluster, NodePool } from '../model/cluster.ts';
import type { KarpenterCluster, KarpenterPool } from '../model/karpenter.ts';
import type { Manifest } from '../model/manifest.ts';
import { devicesOf, gpuLabelsOf } from '../model/pods/gpus.ts';
import { guarded } from '../model/sync.ts';

/** The pools of a cluster that Karpenter makes, and what their instances are made of. */
export function nodePools({ nodes, karpenter }: Cluster): Manifest[] {
  const pools = nodes.flatMap(pool => (pool.karpenter ? [nodePool(pool, pool.karpenter)] : []));
  if (karpenter === undefined || pools.length === 0) return [];
  return [nodeClass(karpenter), ...pools] as unknown as Manifest[];
}

const className = 'default';

function nodeClass({ clusterName, nodeRole, ami }: KarpenterCluster): RenderedNodeClass {
  const mine = [{ tags: { 'karpenter.sh/discovery': clusterName } }];
  return {
    apiVersion: 'karpenter.k8s.aws/v1',
    kind: 'EC2NodeClass',
    metadata: { name: className, annotations: guarded('kindComesLater') },
    spec: {
      role: nodeRole,
      amiSelectorTerms: [{ alias: ami }],
      subnetSelectorTerms: mine,
      securityGroupSelectorTerms: mine,
      blockDeviceMappings: [{ deviceName: deviceOf(ami), ebs: rootDisk }],
      metadataOptions: { httpTokens: 'required', httpPutResponseHopLimit: 1 }, // pods do not become their node
    },
  };
}

const rootDisk = { volumeType: 'gp3', volumeSize: '100Gi', encrypted: true, deleteOnTermination: true } as const;

/** Where an image looks for what pods write: Bottlerocket has a disk of its own for it. */
function deviceOf(ami: string): string {
  return ami.startsWith('bottlerocket') ? '/dev/xvdb' : '/dev/xvda';
}

function nodePool(pool: NodePool, { instanceTypes, capacityTypes = ['on-demand'] }: KarpenterPool): RenderedNodePool {
  const { name, arch = 'amd64', labels, taints } = pool;
  // What Karpenter knows of an instance by itself is a requirement; it takes no such label from a template.
  const all = Object.entries({ ...gpuLabelsOf(pool), ...labels });
  const known = all.filter(([key]) => key.startsWith('karpenter.k8s.aws/'));
  const own = Object.fromEntries(all.filter(entry => !known.includes(entry)));
  return {
    apiVersion: 'karpenter.sh/v1',
    kind: 'NodePool',
    metadata: { name, annotations: guarded('kindComesLater') },
    spec: {
      template: {
        ...(Object.keys(own).length > 0 && { metadata: { labels: own } }),
        spec: {
          nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: className },
          requirements: [
            oneOf('kubernetes.io/arch', [arch]),
            oneOf('kubernetes.io/os', ['linux']),
            oneOf('karpenter.sh/capacity-type', capacityTypes),
            oneOf('node.kubernetes.io/instance-type', instanceTypes),
            ...known.map(([key, value]) => oneOf(key, [value])),
          ],
          ...(taints && { taints: taints.map(taint => ({ ...taint })) }),
          expireAfter: '168h', // a node a week old is made anew, and has what its image has learned since
        },
      },
      limits: limitsOf(pool),
      // A node is taken away five minutes after its last pod; pods are never moved to fill others.
      disruption: { consolidationPolicy: 'WhenEmpty', consolidateAfter: '300s' },
    },
  };
}

/** As many nodes as its row says at most, and their GPUs: a larger instance has more than the row says. */
function limitsOf(pool: NodePool): Record<string, string> {
  const most = mostNodesOf(pool);
  const devices = Object.entries(devicesOf(pool.gpus)).map(([device, count]) => [device, String(count * most)]);
  return { nodes: String(most), ...Object.fromEntries(devices) };
}

function oneOf(key: string, values: readonly string[]): { key: string; operator: 'In'; values: string[] } {
  return { key, operator: 'In', values: [...values] };
}
