import type { Cpu, Memory, Storage } from '../amounts.ts';

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

/** Sizing with every choice made. */
export type FullSizing = Required<Sizing>;
