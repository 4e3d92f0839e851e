import type { Program } from '../synthesis.ts';

/** What was typed behind the command. */
export interface Call {
  readonly words: readonly string[];
  readonly json: boolean;

  /** Values of the options of the command, by their names. */
  readonly options: Readonly<Record<string, string | undefined>>;
}

/** A row of the table of commands. */
export interface CommandRow {
  /** Name and arguments, as the parser and the help write them. */
  readonly usage: string;
  readonly summary: string;

  /** What the help of the command says at its end. @default - nothing */
  readonly details?: string;

  /** Options that take a value, with what each is for. @default - none */
  readonly options?: Readonly<Record<`--${string} <${string}>`, string>>;

  /** What `--json` prints. @default - the command has no such option */
  readonly json?: string;

  /** @returns the exit code */
  run(program: Program, call: Call): Promise<number>;
}
