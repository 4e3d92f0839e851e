import { sentenceOf } from './mistake.ts';
import type { Mistake } from './mistake.ts';

/** Mistakes in what people wrote, told together: each a sentence that names the place, the value and what must hold. */
export class InputError extends Error {
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    super(mistakes.map(sentenceOf).join('\n'));
    this.name = 'InputError';
    this.mistakes = mistakes;
  }

  /** The sentences. */
  get problems(): readonly string[] {
    return this.mistakes.map(sentenceOf);
  }
}
