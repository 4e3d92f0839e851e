import { InputError } from './input-error.ts';
import type { Mistake } from './mistake.ts';

/**
 * Does something that may tell of mistakes, and keeps them, so that all that follows can tell of its own beside them.
 *
 * @param mistakes where they are kept
 * @returns undefined where there were some
 */
export function gather<Result>(mistakes: Mistake[], act: () => Result): Result | undefined {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    mistakes.push(...error.mistakes);
    return undefined;
  }
}
