import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { amountOf } from '../../../lib/model/amounts.ts';

/** What each kubelet finds on the machine that they all share, in exact amounts. */
export interface Machine {
  readonly cpu: bigint;
  readonly memory: bigint;
}

/** This machine. */
export function thisMachine(): Machine {
  const [, total = '0'] = /^MemTotal:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  return { cpu: amountOf(`${availableParallelism()}`), memory: amountOf(`${Number(total)}Ki`) };
}
