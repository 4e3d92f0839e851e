import type { Cpu, Memory, Storage } from './amounts.ts';

/** Kinds of workloads that a chart may make pods by. */
export const chartWorkloads = ['Deployment', 'StatefulSet', 'DaemonSet', 'Job'] as const;

/** Amounts of a container, as Kubernetes has them. */
export interface ChartAmounts {
  readonly 'cpu'?: Cpu;
  readonly 'memory'?: Memory;
  readonly 'ephemeral-storage'?: Storage;
}

/**
 * What a container of a chart states, as its values make it. What it leaves open, Kubernetes fills in: a request is its
 * limit, and all else is what the LimitRange of the namespace gives.
 */
export interface ChartContainer {
  /** What is always there for it. @default - its limit; else `10m`, `64Mi` and `16Mi` */
  readonly requests?: ChartAmounts;

  /** What it may use at most. @default - `100m`, `128Mi` and `64Mi` */
  readonly limits?: ChartAmounts;
}

/** Pods that a chart makes by one workload. Nothing here can look into a chart, so its row says them. */
export interface ChartPods {
  readonly workload: (typeof chartWorkloads)[number];

  /** Name that the chart gives the workload. */
  readonly name: string;

  /** How many there are at most; a DaemonSet has one on each node. @default 1 */
  readonly replicas?: number;

  /** Its containers by name. */
  readonly containers: Readonly<Record<string, ChartContainer>>;

  /** Those that run before the others, by name. @default - none */
  readonly initContainers?: Readonly<Record<string, ChartContainer>>;

  /** Sizes of the claims that are made for each pod. @default - none */
  readonly claims?: readonly Storage[];
}
