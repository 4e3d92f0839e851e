import type { IConstruct } from 'constructs';
import { holdsForm, refuse } from '../../constructs/refuse.ts';
import type { Memory } from '../../model/amounts.ts';
import { forms } from '../../model/input/forms.ts';
import { amountIn, unit } from '../../model/quantity.ts';

/**
 * How many bytes keys may take: while its log is rewritten, Redis copies what is changed meanwhile, and a limit that is as
 * large as the keys kills it before it drops one. https://redis.io/docs/latest/operate/oss_and_stack/management/optimization/memory-optimization/
 *
 * @returns undefined where they cannot be counted
 */
export function mostMemory(scope: IConstruct, wanted: Memory | undefined, memoryLimit: Memory): bigint | undefined {
  const limit = amountIn(memoryLimit);
  if (wanted !== undefined && !holdsForm(scope, 'maxMemory', wanted, forms.memory)) return undefined;
  if (limit === undefined) return undefined;
  const most = (limit * 3n) / 4n;
  const asked = wanted === undefined ? most : amountIn(wanted)!;
  if (asked > most) {
    const must = `must not exceed three quarters of 'memoryLimit' (${memoryLimit})`;
    refuse(scope, 'conflict', `'maxMemory' (${wanted}) ${must}: rewriting the log takes memory, too`);
    return undefined;
  }
  return asked / unit;
}
