import { alerts } from './alerts.ts';
import { capacity } from './capacity.ts';
import { chart } from './chart.ts';
import { check } from './check.ts';
import { importTree } from './import.ts';
import type { CommandRow } from './command-row.ts';
import { render } from './render.ts';
import { rules } from './rules.ts';
import { synth } from './synth.ts';
import { tenants } from './tenants.ts';
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
    options: [
      {
        usage: '--since <commit>',
        summary: 'refuse, too, what clusters could not follow from the dist/ of an earlier commit',
      },
    ],
    json: 'print { ok, stale: [{ path, problem }], typings: [{ path, problem }] }',
    run: check,
  },
  {
    usage: 'validate',
    summary: 'apply every rule, and write nothing',
    json: 'print { ok, objects, findings, examples, accepted }',
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
    usage: 'alerts',
    summary: 'print every alert, where it goes, and the failures that nothing watches',
    options: [{ usage: '--runbooks', summary: 'print the pages that alerts lead to' }],
    json: 'print { alerts, unwatched } as one JSON object',
    run: alerts,
  },
  {
    usage: 'capacity',
    summary: 'print what every component asks of its cluster, and how many nodes that is',
    json: 'print [{ cluster, owner, environment, cpu, memory, nodes }], each of the last three as { least, most }',
    run: capacity,
  },
  {
    usage: 'tenants',
    summary: 'print what each tenant can be told: its quota, what its pods request of it, and what is left',
    json: 'print them as one JSON array',
    run: tenants,
  },
  {
    usage: 'import <folder>',
    summary:
      'make a component of a Kustomize tree, a folder of YAML or a rendered chart, and prove that nothing changes',
    options: [
      { usage: '--name <component>', summary: 'name of the component; otherwise that of the folder' },
      {
        usage: '--environment <name=path>',
        summary: 'where an environment lies in the folder; may be given several times',
      },
      {
        usage: '--secrets <way>',
        summary: "'external': fetch the Secrets of the tree from Secret Manager in its place",
      },
      { usage: '--prove-only', summary: 'write nothing; of a tree with overlays, try each of them' },
    ],
    details: [
      'The tree is built where it is, by Kustomize and without the network, and so is what the program makes of it: both',
      'must be equal, object by object. What is not is listed with the reason. What the platform adds of its own, such as',
      'quotas and policies, is told apart. Overlays are found by the names of environments in overlays/, or by option.',
    ].join('\n'),
    json: 'print { ok, components, environments: [{ environment, source, objects, equal, residue, secrets, added }], findings, unknown, files, lines }',
    run: importTree,
  },
  {
    usage: 'chart <component> <folder>',
    summary: 'write a component as a Helm chart, which renders what its overlays give',
    details: [
      'The folder must be empty, or hold a chart that this command has written, and never be in dist/. values.yaml has what',
      'environments differ in, as the first of them has it; values-<environment>.yaml what each of them says of it.',
    ].join('\n'),
    json: 'print { ok, component, written, removed, unchanged }, or { ok, findings } where a rule is broken',
    run: chart,
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
