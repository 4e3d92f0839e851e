import type { Program } from '../synthesis.ts';

/** What was typed behind the command. */
export interface Call {
  readonly words: readonly string[];
  readonly json: boolean;

  /** What options of the row were given, by their long names: one may be given several times. @default - none */
  readonly options?: Readonly<Record<string, readonly string[] | undefined>>;
}

/** An option of a command. */
export interface CommandOption {
  /** As the parser and the help write it: `--name <component>`. */
  readonly usage: string;
  readonly summary: string;
}

/** A row of the table of commands. */
export interface CommandRow {
  /** Name and arguments, as the parser and the help write them. */
  readonly usage: string;
  readonly summary: string;

  /** What the help of the command says at its end. @default - nothing */
  readonly details?: string;

  /** What `--json` prints. @default - the command has no such option */
  readonly json?: string;

  /** Further options. @default - none */
  readonly options?: readonly CommandOption[];

  /** @returns the exit code */
  run(program: Program, call: Call): Promise<number>;
}
