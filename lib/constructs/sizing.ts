import { unitProblems } from '../model/input/amount-problems.ts';
import { sentenceOf } from '../model/mistake.ts';
import { mebibytes, millicores } from '../model/amounts.ts';
import type { Cpu, Memory, Storage } from '../model/amounts.ts';

/** How much a service gets. Every service takes these, and an environment may set any of them. */
export interface Sizing {
  /** CPU that is always there for it. @default - the service's own */
  readonly cpu?: Cpu;

  /** CPU it may use at most. @default - the service's own */
  readonly cpuLimit?: Cpu;

  /** Memory that is always there for it. @default - the service's own */
  readonly memory?: Memory;

  /** Memory above which it is killed. @default - the service's own */
  readonly memoryLimit?: Memory;

  /** Disk it may use outside its claim: logs, temporary files. @default '256Mi' */
  readonly scratch?: Storage;
}

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

/** Sizing with every choice made. */
export type FullSizing = Required<Sizing>;

/** @throws Error naming the service and the two numbers that disagree */
export function checkScaling(service: string, { replicas, autoscaling }: Scaling): void {
  if (replicas !== undefined && (!Number.isInteger(replicas) || replicas < 1)) {
    throw new Error(`${service}: 'replicas' (${replicas}) must be a whole number, at least 1`);
  }
  if (!autoscaling) return;
  if (replicas !== undefined) {
    throw new Error(`${service}: 'replicas' (${replicas}) must be left out, because 'autoscaling' decides it`);
  }
  const { min, max, cpuPercent } = autoscaling;
  if (!(Number.isInteger(min) && min >= 1)) {
    throw new Error(`${service}: 'autoscaling.min' (${min}) must be a whole number, at least 1`);
  }
  if (!(Number.isInteger(max) && max >= min)) {
    throw new Error(
      `${service}: 'autoscaling.max' (${max}) must be a whole number, at least 'autoscaling.min' (${min})`,
    );
  }
  if (!(cpuPercent >= 1 && cpuPercent <= 100)) {
    throw new Error(`${service}: 'autoscaling.cpuPercent' (${cpuPercent}) must be between 1 and 100`);
  }
}

/** @throws Error naming the service and the amount that is wrong, or the two that disagree */
export function checkSizing(service: string, { cpu, cpuLimit, memory, memoryLimit, scratch }: FullSizing): void {
  const problems = unitProblems(service, { cpu, cpuLimit, memory, memoryLimit, scratch });
  if (problems.length > 0) throw new Error(problems.map(sentenceOf).join('; '));
  if (millicores(cpu) > millicores(cpuLimit)) {
    throw new Error(`${service}: 'cpu' (${cpu}) must not exceed 'cpuLimit' (${cpuLimit})`);
  }
  if (mebibytes(memory) > mebibytes(memoryLimit)) {
    throw new Error(`${service}: 'memory' (${memory}) must not exceed 'memoryLimit' (${memoryLimit})`);
  }
}
