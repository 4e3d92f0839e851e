import type { FullSizing, Sizing } from '../model/pods/sizing.ts';

export type { FullSizing, Sizing } from '../model/pods/sizing.ts';

/** How many pods a service may run. */
export interface Scaling {
  /** Number of pods. Not allowed together with `autoscaling`. @default 1 */
  readonly replicas?: number;

  /** Lets the cluster choose the number of pods. @default - the number is fixed */
  readonly autoscaling?: Autoscaling;
}

/** Bounds and target of an autoscaler. */
export interface Autoscaling {
  readonly min: number;
  readonly max: number;

  /** Share of the requested CPU, in percent, that pods should use on average. */
  readonly cpuPercent: number;
}

/** The sizing of a service: what its props say, and the service's own amount wherever they say none. */
export function sized(props: Sizing, own: FullSizing): FullSizing {
  const {
    cpu = own.cpu,
    cpuLimit = own.cpuLimit,
    memory = own.memory,
    memoryLimit = own.memoryLimit,
    scratch = own.scratch,
  } = props;
  return { cpu, cpuLimit, memory, memoryLimit, scratch };
}
