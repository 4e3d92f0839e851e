import { check } from './check.ts';
import type { CommandRow } from './command-row.ts';
import { render } from './render.ts';
import { rules } from './rules.ts';
import { synth } from './synth.ts';
import { validate } from './validate.ts';
import { watch } from './watch.ts';

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
    usage: 'rules',
    summary: 'print every rule, why it is there and what to do about it',
    json: 'print them as JSON',
    run: rules,
  },
  {
    usage: 'watch',
    summary: 'run synth again whenever a source file is saved',
    run: watch,
  },
];
