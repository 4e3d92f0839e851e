import { check } from './check.ts';
import type { Program } from './program.ts';
import { render } from './render.ts';
import { synth } from './synth.ts';
import { validate } from './validate.ts';
import { watch } from './watch.ts';

/** What was typed behind the command. */
export interface Call {
  readonly words: readonly string[];
  readonly json: boolean;
}

/** A row of the table of commands. */
export interface CommandRow {
  /** Name and arguments, as the parser and the help write them. */
  readonly usage: string;
  readonly summary: string;

  /** What `--json` prints. @default - the command has no such option */
  readonly json?: string;

  /** @returns the exit code */
  run(program: Program, call: Call): Promise<number>;
}

/** WHERE A NEW COMMAND GOES: a row here, and a file beside this one. */
export const commands: readonly CommandRow[] = [
  {
    usage: 'synth',
    summary: 'render, derive, prove and check everything, then write dist/',
    json: 'print the summary as JSON',
    run: synth,
  },
  {
    usage: 'check',
    summary: 'tell whether the committed dist/ is what the code says',
    json: 'print the stale files as JSON',
    run: check,
  },
  {
    usage: 'validate',
    summary: 'apply every rule, and write nothing',
    json: 'print the findings as JSON',
    run: validate,
  },
  {
    usage: 'render <environment/component>',
    summary: 'print the final objects of one overlay as YAML',
    json: 'print them as one JSON array',
    run: render,
  },
  {
    usage: 'watch',
    summary: 'run synth again whenever a source file is saved',
    run: watch,
  },
];
