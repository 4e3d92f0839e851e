import type { Cluster, NodePool } from '../../../lib/model/cluster.ts';

/** A node and its places in the networks. */
export interface NodePlace {
  readonly cluster: string;
  readonly pool: NodePool;

  /** Its name in Kubernetes, which is its host name. */
  readonly name: string;

  /** Name of its network namespace. */
  readonly namespace: string;

  /** Address in the network of its cluster's nodes. */
  readonly address: string;

  /** Pods of this node. */
  readonly podCidr: string;

  /** Address in the tailnet, unless only the machine around it has one. */
  readonly tailnet?: string;
}

/** A cluster and its places in the networks. */
export interface ClusterPlace {
  readonly cluster: Cluster;

  /** Network namespace of what joins the nodes: the cloud's subnet, or the workstation on which k3d runs. */
  readonly around: string;

  /** Whether `around` is a workstation, which publishes ports and forwards for its nodes. */
  readonly workstation: boolean;

  /** Address of `around` in the network of the nodes, and the length of that network's prefix. */
  readonly gateway: string;
  readonly prefix: number;

  /** Address that the cluster's name means in the tailnet: the first node, or the workstation. */
  readonly tailnet: string;
  readonly nodes: readonly NodePlace[];
}

/** All pods and all Services, as k3s numbers them. https://docs.k3s.io/cli/server#networking */
export const podCidr = '10.42.0.0/16';
export const serviceCidr = '10.43.0.0/16';
export const kubernetesAddress = '10.43.0.1';
export const dnsAddress = '10.43.0.10';

/** The tailnet, and the address in it of whoever follows the documentation. https://tailscale.com/kb/1015/100.x-addresses */
export const tailnetPrefix = 10;
export const personAddress = '100.64.0.1';

/**
 * Where the clusters of the table are played. One with `publishedNodePorts` is k3d on a workstation; the nodes of any
 * other are machines of a cloud, each of them in the tailnet.
 */
export function placesOf(clusters: readonly Cluster[]): ClusterPlace[] {
  return clusters.map((cluster, index) => {
    const workstation = cluster.publishedNodePorts !== undefined;
    const [base = '', prefix = ''] = (cluster.kubelets.cidrs[0] ?? '').split('/');
    const names = cluster.nodes.flatMap(pool =>
      Array.from({ length: pool.count }, (_, number) => ({ pool, name: `${pool.name}-${number + 1}` })),
    );
    return {
      cluster,
      around: `${cluster.name}-${workstation ? 'workstation' : 'subnet'}`,
      workstation,
      gateway: addressIn(base, 1),
      prefix: Number(prefix),
      tailnet: `100.64.${index + 1}.1`,
      nodes: names.map(({ pool, name }, number) => ({
        cluster: cluster.name,
        pool,
        name,
        namespace: `${cluster.name}-${name}`,
        address: addressIn(base, number + 2),
        podCidr: `10.42.${number}.0/24`,
        ...(!workstation && { tailnet: `100.64.${index + 1}.${number + 1}` }),
      })),
    };
  });
}

/** Lines of /etc/hosts: names of the clusters in the tailnet, as MagicDNS would answer them. */
export function hostLines(places: readonly ClusterPlace[]): string[] {
  return places.map(({ tailnet, cluster }) => `${tailnet} ${cluster.tailnetHost}`);
}

function addressIn(base: string, number: number): string {
  const parts = base.split('.').map(Number);
  return [...parts.slice(0, 3), (parts[3] ?? 0) + number].join('.');
}
