import type { Construct } from 'constructs';
import { amountOf } from '../model/amounts.ts';
import { isObject } from '../model/input/collections.ts';
import { shown } from '../model/input/shown.ts';
import { sizes } from './container-forms.ts';
import { holdsForm, refuse } from './refuse.ts';
import type { FullSizing } from './sizing.ts';

/**
 * Refuses amounts that are none, and requests above their limits.
 *
 * @param place what stands before the names of the fields; empty for the service's own
 * @returns whether each amount can be counted with
 */
export function checkSizing(scope: Construct, sizing: FullSizing, place = ''): boolean {
  if (!isObject(sizing)) {
    refuse(scope, 'wrong-type', `'sizing' (${shown(sizing)}) must be an object`);
    return false;
  }
  const sound = Object.entries(sizes).map(([field, form]) =>
    holdsForm(scope, place + field, sizing[field as keyof FullSizing], form),
  );
  if (!sound.every(Boolean)) return false;

  const { cpu, cpuLimit, memory, memoryLimit } = sizing;
  if (amountOf(cpu) > amountOf(cpuLimit)) {
    refuse(scope, 'conflict', `'${place}cpu' (${cpu}) must not exceed 'cpuLimit' (${cpuLimit})`);
  }
  if (amountOf(memory) > amountOf(memoryLimit)) {
    refuse(scope, 'conflict', `'${place}memory' (${memory}) must not exceed 'memoryLimit' (${memoryLimit})`);
  }
  return true;
}
