import { check } from './check.ts';
import type { CommandRow } from './command-row.ts';
import { render } from './render.ts';
import { rules } from './rules.ts';
import { synth } from './synth.ts';
import { typings } from './typings.ts';
import { validate } from './validate.ts';
import { watch } from './watch.ts';

/** WHERE A NEW COMMAND GOES: a row here, and a file beside this one. */
export const commands: readonly CommandRow[] = [
  {
    usage: 'synth',
    summary: 'render, derive, prove and check everything, then write dist/',
    json: 'print { ok, rows, written, unchanged, removed, milliseconds, stages }, or { ok, findings } where a rule is broken',
    run: synth,
  },
  {
    usage: 'check',
    summary: 'tell whether the committed dist/ is what the code says',
    options: { '--since <commit>': 'refuse, too, what clusters could not follow from the dist/ of an earlier commit' },
    json: 'print { ok, stale: [{ path, problem }], typings: [{ path, problem }] }',
    run: check,
  },
  {
    usage: 'validate',
    summary: 'apply every rule, and write nothing',
    json: 'print { ok, objects, findings, examples }',
    run: validate,
  },
  {
    usage: 'render <folder>',
    summary: 'print the final objects of a folder of dist/ as YAML',
    details: [
      'A folder is an environment (prod), a component in it (prod/mlflow), a base (base/mlflow), something that a',
      'cluster has once (clusters/gcp/foundation), a part of what Argo CD is told (argocd/projects), or all of these',
      'together (base, clusters/gcp, argocd).',
    ].join('\n'),
    json: 'print them as one JSON array',
    run: render,
  },
  {
    usage: 'rules',
    summary: 'print every rule, why it is there and what to do about it',
    json: 'print them as one JSON array',
    run: rules,
  },
  {
    usage: 'typings',
    summary: 'write the types of the definition files in imports/ beside them',
    json: 'print { ok, written, stale: [{ path, problem }], kinds: [{ file, group, kind, versions, rules }] }',
    run: typings,
  },
  {
    usage: 'watch',
    summary: 'run synth again whenever a source file is saved',
    run: watch,
  },
];
