/** Who starts a connection. */
export type Caller =
  | ServiceCaller
  | OperatorCaller
  /** People and programs outside the clusters, over the tailnet. */
  | 'tailnet'
  /** The cluster's ingress controller. */
  | 'ingress';

/** A service, by its pods. */
export interface ServiceCaller {
  readonly component: string;
  readonly service: string;
}

/** An operator that asks something for a component, on the component's cluster. */
export interface OperatorCaller {
  readonly component: string;
  readonly operator: OperatorThatCalls;
}

/** Operators that call endpoints, by their names in `argocd/operators.ts`. */
export type OperatorThatCalls = 'cloudnative-pg' | 'keda' | 'prometheus-operator';

/** Whether a caller is a service, which has policies of its own. */
export function isService(caller: Caller): caller is ServiceCaller {
  return typeof caller === 'object' && 'service' in caller;
}

/** Where a connection goes. */
export type Destination =
  | { readonly endpoint: string }
  /** A host outside the tailnet and the clusters. Policies know its port, not its name. */
  | { readonly internet: string; readonly port: number }
  | ToolProgram
  | ClusterProgram;

/** A program of Argo CD or of an operator on the caller's cluster, at the port where it is scraped. */
export interface ToolProgram {
  /** `argocd`, or the name of an operator. */
  readonly tool: string;
  readonly program: string;
}

/** The API server of the caller's cluster, or the kubelets of its nodes. */
export type ClusterProgram = 'kubernetes-api' | 'kubelets';

/** "A calls B", declared once in code. Network policies are derived from these, and from nothing else. */
export interface Flow {
  readonly from: Caller;
  readonly to: Destination;
}
