import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { amountOf } from '../../../lib/model/amounts.ts';
import type { NodePool } from '../../../lib/model/cluster.ts';
import { bytesText, decimalText } from '../../../lib/model/quantity.ts';

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

/** What a node of a pool lacks here of what its row says, in words; undefined where it lacks nothing. */
export function scaledDown({ name, cpu, memory }: NodePool, machine: Machine): string | undefined {
  const lacks = [
    ...(machine.cpu < amountOf(cpu) ? [`${decimalText(machine.cpu)} CPUs instead of ${cpu}`] : []),
    ...(machine.memory < amountOf(memory) ? [`${bytesText(machine.memory)} of memory instead of ${memory}`] : []),
  ];
  return lacks.length === 0 ? undefined : `each node of pool ${name} has ${lacks.join(' and ')}`;
}
