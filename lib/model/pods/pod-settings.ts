import type { InitContainer, Lifecycle, Sidecar, Variables } from './container.ts';
import type { Gpus } from './gpus.ts';
import type { Scheduling } from './scheduling.ts';
import type { Mounts, Volume } from './volume.ts';

/**
 * What the pods of any service may have besides. A service's code passes it to its workload; an environment says it of
 * every service under the key `pods`, whether or not the service's construct knows of it.
 */
export interface PodSettings extends Scheduling {
  /** Variables of the service's own container. @default - none */
  readonly env?: Variables;

  /** Containers that run beside the service's own, by name. @default - none */
  readonly sidecars?: Readonly<Record<string, Sidecar>>;

  /** Containers that end before the service's own starts, by name, one after the other. @default - none */
  readonly initContainers?: Readonly<Record<string, InitContainer>>;

  /** Volumes of the pod, by name. @default - none */
  readonly volumes?: Readonly<Record<string, Volume>>;

  /** Volumes of the pod, by the folder where the service's own container finds them. @default - none */
  readonly mounts?: Mounts;

  /**
   * GPUs for the service's own container, of any model or of one: `{ count: 1, model: 'NVIDIA-L4' }`. Nodes that have
   * them are found by it, and their taint is tolerated. A pod that has some is replaced in place, because a new one
   * beside it would wait for those that it holds. @default - none
   */
  readonly gpus?: Gpus;

  /**
   * Whether a rollout of a Deployment lets an old pod leave before its successor starts, which then needs no room beside
   * it; meanwhile one pod less serves. @default - only where pods have devices, or fill by themselves all nodes that may
   * take them
   */
  readonly inPlace?: boolean;

  /** RuntimeClass of the cluster by which its containers are run: some GPUs want one. @default - the cluster's own way */
  readonly runtimeClass?: string;

  /** @default - nothing happens besides */
  readonly lifecycle?: Lifecycle;

  /** Seconds from the first word to stop until its containers are killed. @default 30 */
  readonly gracePeriod?: number;
}
