import type { Construct } from 'constructs';
import { amountOf } from '../model/amounts.ts';
import { isObject } from '../model/input/collections.ts';
import { forms } from '../model/input/forms.ts';
import { shown } from '../model/input/shown.ts';
import { holdsForm, refuse } from './refuse.ts';
import type { FullSizing } from './sizing.ts';

const sizes = {
  cpu: forms.cpu,
  cpuLimit: forms.cpu,
  memory: forms.memory,
  memoryLimit: forms.memory,
  scratch: forms.scratch,
} as const;

/**
 * Refuses amounts that are none, and requests above their limits.
 *
 * @returns whether each amount can be counted with
 */
export function checkSizing(scope: Construct, sizing: FullSizing): boolean {
  if (!isObject(sizing)) {
    refuse(scope, 'wrong-type', `'sizing' (${shown(sizing)}) must be an object`);
    return false;
  }
  const sound = Object.entries(sizes).map(([field, form]) =>
    holdsForm(scope, field, sizing[field as keyof FullSizing], form),
  );
  if (!sound.every(Boolean)) return false;

  const { cpu, cpuLimit, memory, memoryLimit } = sizing;
  if (amountOf(cpu) > amountOf(cpuLimit)) {
    refuse(scope, 'conflict', `'cpu' (${cpu}) must not exceed 'cpuLimit' (${cpuLimit})`);
  }
  if (amountOf(memory) > amountOf(memoryLimit)) {
    refuse(scope, 'conflict', `'memory' (${memory}) must not exceed 'memoryLimit' (${memoryLimit})`);
  }
  return true;
}
