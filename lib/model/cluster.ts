import type { Cidr, Cpu, Memory, Storage } from './amounts.ts';
import type { Architecture } from './pods/architecture.ts';
import type { NodeGpus } from './pods/gpus.ts';
import type { Taint } from './pods/scheduling.ts';
import type { KarpenterCluster, KarpenterPool } from './karpenter.ts';
import type { Site } from './site.ts';

/** Several nodes of one size. */
export interface NodePool {
  readonly name: string;

  /** Nodes that are there always. With one of them lost, all that must run still fits the others. */
  readonly count: number;

  /** Nodes that it grows to when autoscalers ask for more pods; who adds them is the cluster's own. @default - `count` */
  readonly max?: number;

  /** What its processors are, which an image must be built for. @default 'amd64' */
  readonly arch?: Architecture;

  /** What one node offers to pods, after what the system keeps for itself. */
  readonly cpu: Cpu;
  readonly memory: Memory;
  readonly ephemeralStorage: Storage;

  /** What the disk of one node has for claims that stay on it. @default - as much as `ephemeralStorage` */
  readonly volumeDisk?: Storage;

  /** Labels of its nodes by which pods select them. @default - those that every node has */
  readonly labels?: Readonly<Record<string, string>>;

  /** What keeps pods off its nodes that do not tolerate it. @default - nothing */
  readonly taints?: readonly Taint[];

  /** GPUs that one node offers: `{ count: 1, model: 'NVIDIA-L4' }`. The label of the model follows. @default - none */
  readonly gpus?: NodeGpus;

  /** How Karpenter makes its nodes, up to `max`. @default - somebody else makes them */
  readonly karpenter?: KarpenterPool;
}

/** The most nodes of a pool. */
export function mostNodesOf({ count, max = count }: Pick<NodePool, 'count' | 'max'>): number {
  return max;
}

/** Pods found by namespace and label. */
export interface PodsOf {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** An ingress controller, by its pods. */
export interface IngressController extends PodsOf {
  readonly className: string;

  /**
   * What each Ingress says to it besides. Traefik answers on all of its ports unless an Ingress names one of them, so
   * without it people's passwords may travel as they are. @default - nothing
   */
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A Kubernetes cluster that Argo CD delivers to, with the facts that manifests depend on. */
export interface Cluster {
  readonly name: string;

  /** Name in Argo CD. The cluster that Argo CD itself runs on is always `in-cluster`. */
  readonly argocdName: string;

  readonly kubernetes: `1.${number}`;
  readonly nodes: readonly NodePool[];

  /** Host name in the tailnet; other clusters reach node ports through it. */
  readonly tailnetHost: string;

  /** Where Argo CD reaches the API server over the tailnet. */
  readonly apiServerUrl: string;

  /** Where pods reach the API server once the Service address is translated. */
  readonly apiServer: { readonly cidrs: readonly Cidr[]; readonly port: number };

  /** Where pods reach the kubelets: the addresses of the nodes. */
  readonly kubelets: { readonly cidrs: readonly Cidr[]; readonly port: number };

  /** Addresses of the machines in the tailnet: the same for every cluster. */
  readonly tailnetCidr: Cidr;

  /**
   * What the source address of a connection through a node port becomes where it is rewritten on its way: addresses of
   * the nodes, of their bridges, and of whatever publishes their ports. The tailnet's addresses are no part of it: they
   * are let in beside these, because Kubernetes leaves open whether a policy sees the address before it is rewritten or
   * after. kube-router, the policy engine of k3s, sees it before on the node that was called, and after on any other.
   * https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors
   */
  readonly nodePortSources: readonly Cidr[];

  /** Node ports that can be reached from outside. @default - all of 30000 to 32767 */
  readonly publishedNodePorts?: readonly number[];

  /** DNS servers: pods, and addresses that are no pods (node-local caches). */
  readonly dns: PodsOf & { readonly addresses?: readonly Cidr[] };

  /** The bundled ingress controller. @default - the cluster has none */
  readonly ingress?: IngressController;

  /**
   * Whether it brings metrics-server itself, as k3s does and EKS does not. Autoscalers count on one, and two of them would
   * take the same API from each other. @default true
   */
  readonly bringsMetrics?: boolean;

  /** What Karpenter needs to know of a cluster of AWS. @default - Karpenter makes none of its nodes */
  readonly karpenter?: KarpenterCluster;

  /** Storage class of claims that name none. @default - claims say nothing, and get the cluster's default class */
  readonly storageClass?: string;

  /**
   * Storage class whose disks any node can mount, so that a pod finds its data wherever it starts. Claims of environments
   * that ask for it are of this class. @default - every claim stays on the node where its pod first ran
   */
  readonly networkedClass?: string;

  /** What ties a ServiceAccount of this cluster to Google: the full name of the identity pool's provider. */
  readonly identityProvider: string;

  /** Labels that Prometheus puts on what it scrapes here. `cluster` is always among them. */
  readonly metricLabels: { readonly cluster: string } & Readonly<Record<string, string>>;

  /** Operators that run here, by their names in `argocd/operators.ts`. */
  readonly operators: readonly string[];
}

/** A cluster as its row says it. */
export interface ClusterRow extends Omit<Cluster, 'tailnetHost' | 'tailnetCidr' | 'apiServerUrl'> {
  /** @default - `<name>.<the site's tailnet>` */
  readonly tailnetHost?: string;

  /** Port of the API server in the tailnet, as Argo CD reaches it from another cluster. @default 6443 */
  readonly apiServerPort?: number;
}

/** Clusters with their places in the tailnet. */
export function clustersOf(rows: readonly ClusterRow[], { tailnet, tailnetCidr = '100.64.0.0/10' }: Site): Cluster[] {
  return rows.map(({ apiServerPort = 6443, tailnetHost, ...row }) => {
    const host = tailnetHost ?? `${row.name}.${tailnet}`;
    return { ...row, tailnetCidr, tailnetHost: host, apiServerUrl: `https://${host}:${apiServerPort}` };
  });
}
