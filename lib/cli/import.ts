import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { importFrom } from '../import/import-tree.ts';
import type { Outcome } from '../import/import-tree.ts';
import { kustomizeAt } from '../import/kustomize-program.ts';
import { sourceAt } from '../import/source.ts';
import { hasOverlays, provedTree } from '../import/whole-tree.ts';
import type { Program } from '../synthesis.ts';
import type { Call } from './command-row.ts';
import { found, success } from './exit-codes.ts';
import { importText, treeText } from './import-text.ts';
import { print, printJson } from './output.ts';

/** Makes a component of a folder and proves it; with `--prove-only` it writes nothing, and takes whole trees. */
export async function importTree(program: Program, { words, json, options = {} }: Call): Promise<number> {
  const folder = words[0]!;
  const provesOnly = options.proveOnly !== undefined;
  if (provesOnly && options.environment === undefined && hasOverlays(sourceAt(folder)))
    return proveTree(program, folder, json);

  const outcome = await importFrom(
    {
      folder,
      name: options.name?.at(-1),
      environments: options.environment ?? [],
      fetchesSecrets: fetchesSecrets(options.secrets?.at(-1)),
      provesOnly,
    },
    program,
  );
  const isEqual = outcome.environments.every(({ residue }) => residue.length === 0);
  if (json) printJson(jsonOf(outcome, isEqual));
  else print(importText(outcome));
  return isEqual ? success : found;
}

function proveTree(program: Program, folder: string, json: boolean): number {
  const source = sourceAt(folder);
  const overlays = provedTree(folder, source.kustomizations, program, kustomizeAt(program.root));
  const isEqual = overlays.every(({ proof }) => proof?.residue.length === 0);
  if (json)
    printJson({
      ok: isEqual,
      overlays: overlays.map(({ overlay, problem, proof }) => ({ overlay, problem, ...shown(proof) })),
    });
  else print(treeText(overlays));
  return isEqual ? success : found;
}

function fetchesSecrets(way: string | undefined): boolean {
  if (way === undefined || way === 'external') return way !== undefined;
  throw new InputError([mistake('unknown-name', `--secrets ${way}`, `'${way}' must be 'external'`)]);
}

function jsonOf({ components, environments, findings, unknown, written }: Outcome, ok: boolean): object {
  return {
    ok,
    components: components.map(({ name, row, namespaces }) => ({ name, ...row, environments: [...namespaces.keys()] })),
    environments: environments.map(shown),
    findings,
    unknown,
    files: written?.files ?? [],
    lines: written?.added ?? [],
  };
}

function shown(proof: Outcome['environments'][number] | undefined): object {
  if (!proof) return {};
  const { secrets, added, ...rest } = proof;
  return { ...rest, secrets: secrets.map(({ metadata }) => metadata.name), added: Object.fromEntries(added) };
}
