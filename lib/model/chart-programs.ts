import type { ChartPods } from './chart-pods.ts';
import type { Emitter } from './metric.ts';

/** Whom a program of a chart calls, besides other programs of its chart. */
export type ProgramCall =
  /** The API server of its own cluster. */
  | 'kubernetes-api'
  /** The kubelets of its own cluster. */
  | 'kubelets'
  /** The API servers of all other clusters, over the tailnet. */
  | 'other-clusters'
  /** The repositories of git and of charts, wherever they are. */
  | 'repositories'
  /** The ingress controller of its cluster, by the addresses that people use. */
  | 'ingress'
  /** Pods that it works on, in whichever namespace, by their labels. */
  | { readonly pods: Readonly<Record<string, string>>; readonly port: number }
  /** Hosts outside the tailnet and the clusters, in words: policies know their port, not their names. */
  | { readonly internet: string; readonly port: number };

/** Who calls a port of a program: the API server of its cluster, those who scrape it, or programs of its chart by name. */
export type ProgramCaller = 'kubernetes-api' | 'monitoring' | { readonly program: string };

/**
 * A program of an operator's chart: its pods, and whom they talk to. Nothing here can look into a chart, so its row says
 * it, and the bounds and policies of its namespace follow.
 */
export interface ChartProgram extends ChartPods {
  /** Labels that find its pods. */
  readonly labels: Readonly<Record<string, string>>;

  /** Who calls which of its ports. @default - nobody */
  readonly answers?: readonly { readonly port: number; readonly from: readonly ProgramCaller[] }[];

  /** The metrics of what answers those who scrape. @default - only whether it answers is of interest */
  readonly emits?: Emitter;

  /** @default - nobody */
  readonly calls?: readonly ProgramCall[];
}
