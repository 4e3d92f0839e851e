import type { FullSizing, Sizing } from '../model/pods/sizing.ts';
import type { KedaScaling } from './keda/keda-scaling.ts';
import type { ScalingPace } from './scaling-pace.ts';

export type { FullSizing, Sizing } from '../model/pods/sizing.ts';

/** How many pods a service may run. */
export interface Scaling {
  /** Number of pods. Not allowed together with `autoscaling` or `keda`. @default 1 */
  readonly replicas?: number;

  /** Lets the cluster choose the number of pods. Not allowed together with `keda`. @default - the number is fixed */
  readonly autoscaling?: Autoscaling;

  /** Lets KEDA choose it, by what there is to do; the cluster must have the operator `keda`. @default - it does not */
  readonly keda?: KedaScaling;
}

/** Whether something else than git says how many pods run. */
export function scaledByOthers({ autoscaling, keda }: Scaling): boolean {
  return autoscaling !== undefined || keda !== undefined;
}

/** Who decides the number of pods, by the field with the most of them, and its bounds. */
export function boundsOf({ replicas = 1, autoscaling, keda }: Scaling): { field: string; least: number; most: number } {
  if (keda) return { field: 'keda.max', least: keda.min, most: keda.max };
  if (autoscaling) return { field: 'autoscaling.max', least: autoscaling.min, most: autoscaling.max };
  return { field: 'replicas', least: replicas, most: replicas };
}

/** The most pods that Kubernetes supports in one cluster. */
export const mostPods = 150_000;

/** Bounds and target of an autoscaler. */
export interface Autoscaling {
  readonly min: number;
  readonly max: number;

  /** Share of the requested CPU, in percent, that pods should use on average. */
  readonly cpuPercent: number;

  /** How fast it adds pods and takes them away. @default - as Kubernetes does by itself */
  readonly pace?: ScalingPace;
  /** The same of memory: whichever asks for more pods counts. @default - memory decides nothing */
  readonly memoryPercent?: number;
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
