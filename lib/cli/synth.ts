import { resolve } from 'node:path';
import { findingsText } from '../checks/findings-text.ts';
import type { Call } from './command-row.ts';
import { found, success } from './exit-codes.ts';
import { distFolder, writeOutput } from './dist.ts';
import { complain, print, printJson } from './output.ts';
import { refuseChanges } from './refuse-changes.ts';
import type { Program } from '../synthesis.ts';
import { summaryOf, summaryText } from './summary.ts';
import { synthesize } from '../synthesis.ts';

/** Computes the whole tree, refuses it where a rule is broken, and swaps it in. */
export async function synth(program: Program, { json }: Call): Promise<number> {
  const synthesis = await synthesize(program);
  refuseChanges(program.root, synthesis);
  if (synthesis.findings.length > 0) {
    if (json) printJson({ ok: false, findings: synthesis.findings });
    else complain(`${findingsText(synthesis.findings)}Nothing was written.\n`);
    return found;
  }

  const start = performance.now();
  const result = writeOutput(distFolder(program.root), synthesis.files);
  copyForCdk8s(program.root, synthesis.files);

  const summary = summaryOf(synthesis, result, Math.round(performance.now() - start));
  if (json) printJson({ ok: true, ...summary });
  else print(summaryText(summary));
  return success;
}

/** `cdk8s synth` runs this program, and lists what it finds in the folder that it names. */
function copyForCdk8s(root: string, files: ReadonlyMap<string, string>): void {
  const folder = process.env.CDK8S_OUTDIR;
  if (folder && resolve(folder) !== distFolder(root)) writeOutput(resolve(folder), files);
}
