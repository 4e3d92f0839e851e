import { DiskError } from '../disk/index.ts';
import { InputError } from '../model/input-error.ts';
import { sentenceOf } from '../model/mistake.ts';

/** What kept a command from running, for machines. */
export interface ToldMistake {
  /** What does not change where the sentence does. @default - the mistake has none */
  readonly code?: string;

  /** File or part that is to be edited. @default - the message says it */
  readonly where?: string;

  /** The whole sentence, as people see it. */
  readonly message: string;
}

/** The mistakes that an error tells of, and `undefined` where it is a defect of the program. */
export function mistakesOf(error: unknown): ToldMistake[] | undefined {
  if (error instanceof InputError) {
    return error.mistakes.map(each => ({ code: each.code, where: each.where, message: sentenceOf(each) }));
  }
  if (error instanceof DiskError) return [{ code: error.code, message: error.message }];
  return undefined;
}

/** The one outcome for machines of a command that could not run. */
export function mistakesJson(mistakes: readonly ToldMistake[]): {
  readonly ok: false;
  readonly mistakes: readonly ToldMistake[];
} {
  return { ok: false, mistakes };
}

/** The same for people. */
export function mistakesText(mistakes: readonly ToldMistake[]): string {
  const count = mistakes.length;
  const sentences = mistakes.map(({ message }) => `${message}\n`).join('');
  return `${sentences}${count} ${count === 1 ? 'mistake' : 'mistakes'}. Nothing was written.\n`;
}
