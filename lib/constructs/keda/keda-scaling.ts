import type { Trigger } from './triggers.ts';

/** Bounds of the number of pods that KEDA chooses, and what it goes by. It takes the most that any trigger asks for. */
export interface KedaScaling {
  /** From 0, where no pod runs until there is something to do. */
  readonly min: number;
  readonly max: number;

  /** Seconds between two looks while no pod runs. @default 30 */
  readonly pollingInterval?: number;

  /** Seconds after the last work until the last pod goes. @default 300 */
  readonly cooldownPeriod?: number;

  readonly triggers: readonly Trigger[];
}
