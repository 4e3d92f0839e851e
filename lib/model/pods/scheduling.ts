/** Which nodes a pod may run on. The fields are those of Kubernetes, word for word. */
export interface Scheduling {
  /** Labels that a node must have. @default - any node will do */
  readonly nodeSelector?: Readonly<Record<string, string>>;

  /** Taints that it stands. @default - none */
  readonly tolerations?: readonly Toleration[];

  /** @default - none */
  readonly affinity?: Affinity;
}

/** What a taint does to pods that do not tolerate it. */
export type TaintEffect = 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute';

/** Keeps pods off a node unless they tolerate it. */
export interface Taint {
  readonly key: string;

  /** @default - none */
  readonly value?: string;
  readonly effect: TaintEffect;
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/ */
export interface Toleration {
  /** @default - every taint; then the operator is 'Exists' */
  readonly key?: string;

  /** @default 'Equal' */
  readonly operator?: 'Equal' | 'Exists';

  /** @default - none */
  readonly value?: string;

  /** @default - every effect */
  readonly effect?: TaintEffect;

  /** Seconds after which it leaves a node that gets the taint; only with the effect 'NoExecute'. @default - never */
  readonly tolerationSeconds?: number;
}

/** https://kubernetes.io/docs/concepts/scheduling-eviction/assign-pod-node/ */
export interface Affinity {
  readonly nodeAffinity?: Placed<{ readonly nodeSelectorTerms: readonly NodeTerm[] }, 'preference', NodeTerm>;
  readonly podAffinity?: Placed<readonly PodTerm[], 'podAffinityTerm', PodTerm>;
  readonly podAntiAffinity?: Placed<readonly PodTerm[], 'podAffinityTerm', PodTerm>;
}

/** What must hold when the pod is placed, and what should. */
interface Placed<Must, Field extends string, Term> {
  readonly requiredDuringSchedulingIgnoredDuringExecution?: Must;

  /** Weights from 1 to 100. */
  readonly preferredDuringSchedulingIgnoredDuringExecution?: readonly ({ readonly weight: number } & Readonly<
    Record<Field, Term>
  >)[];
}

/** What the labels of a node must say. */
export interface NodeTerm {
  readonly matchExpressions: readonly Requirement<'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt'>[];
}

/** What must be said under one key. */
export interface Requirement<Operator extends string = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'> {
  readonly key: string;
  readonly operator: Operator;

  /** @default - none, which 'Exists' and 'DoesNotExist' want */
  readonly values?: readonly string[];
}

/** Which pods must, or must not, be in the same place. */
export interface PodTerm {
  /** Label of nodes that says what a place is: `kubernetes.io/hostname`. */
  readonly topologyKey: string;
  readonly labelSelector: {
    readonly matchLabels?: Readonly<Record<string, string>>;
    readonly matchExpressions?: readonly Requirement[];
  };

  /** Namespaces of those pods. @default - the pod's own */
  readonly namespaces?: readonly string[];
}
