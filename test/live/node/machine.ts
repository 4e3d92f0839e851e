import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { amountOf } from '../../../lib/model/amounts.ts';
import type { NodePool } from '../../../lib/model/cluster.ts';
import { bytesText } from '../../../lib/model/quantity.ts';

/** What each kubelet finds on the machine that they all share. */
export interface Machine {
  readonly processors: number;

  /** Exact amount. */
  readonly memory: bigint;
}

/** This machine. */
export function thisMachine(): Machine {
  const [, total = '0'] = /^MemTotal:\s+(\d+) kB$/m.exec(readFileSync('/proc/meminfo', 'utf8')) ?? [];
  return { processors: availableParallelism(), memory: amountOf(`${Number(total)}Ki`) };
}

/** How many processors a node of a pool shows to its kubelet: as many as its row asks for, if the machine has fewer. */
export function shownProcessors({ cpu }: Pick<NodePool, 'cpu'>, { processors }: Machine): number {
  return Math.max(processors, Number((amountOf(cpu) + amountOf('1') - 1n) / amountOf('1')));
}

/** What a node of a pool has here in place of what its row says, in words; undefined where it has that. */
export function scaledDown(pool: NodePool, machine: Machine): string | undefined {
  const { name, memory } = pool;
  const { processors } = machine;
  const shown = shownProcessors(pool, machine);
  const lacks = [
    ...(processors < shown ? [`shows ${shown} processors, which are the ${processors} of this machine`] : []),
    ...(machine.memory < amountOf(memory) ? [`has ${bytesText(machine.memory)} of memory instead of ${memory}`] : []),
  ];
  return lacks.length === 0 ? undefined : `each node of pool ${name} ${lacks.join(' and ')}`;
}
