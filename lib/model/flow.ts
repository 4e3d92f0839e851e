/** Who starts a connection. */
export type Caller =
  | { readonly component: string; readonly service: string }
  /** People and programs outside the clusters, over the tailnet. */
  | 'tailnet'
  /** The cluster's ingress controller. */
  | 'ingress';

/** Where a connection goes. */
export type Destination =
  | { readonly endpoint: string }
  /** A host outside the tailnet and the clusters. Policies know its port, not its name. */
  | { readonly internet: string; readonly port: number }
  | ClusterProgram;

/** The API server of the caller's cluster, or the kubelets of its nodes. */
export type ClusterProgram = 'kubernetes-api' | 'kubelets';

/** "A calls B", declared once in code. Network policies are derived from these, and from nothing else. */
export interface Flow {
  readonly from: Caller;
  readonly to: Destination;
}
