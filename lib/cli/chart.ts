import { isAbsolute, relative, resolve, sep } from 'node:path';
import { chartHeader } from '../chart/chart.ts';
import { chartOf, versionAt } from '../chart/component-chart.ts';
import { findingsText } from '../checks/findings-text.ts';
import { writeTree } from '../disk/index.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { synthesize } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';
import type { Call } from './command-row.ts';
import { distFolder } from './dist.ts';
import { found, success } from './exit-codes.ts';
import { complain, print, printJson } from './output.ts';

/** Writes a component as a Helm chart, to a folder that nothing else lies in. */
export async function chart(program: Program, { words, json }: Call): Promise<number> {
  const [component = '', folder = ''] = words;
  refuseDist(program.root, folder);
  const synthesis = await synthesize(program);
  const files = chartOf(component, versionAt(program.root), synthesis);
  if (synthesis.findings.length > 0) {
    if (json) printJson({ ok: false, findings: synthesis.findings });
    else complain(`${findingsText(synthesis.findings)}Nothing was written.\n`);
    return found;
  }

  const { written, removed, unchanged } = writeTree(folder, files, { owned: (_path, text) => isOfChart(text) });
  if (json) printJson({ ok: true, component, written, removed, unchanged });
  else print(`${folder}: ${files.size} files, ${written.length} written, ${removed.length} removed\n`);
  return success;
}

function isOfChart(text: string): boolean {
  return text.startsWith(`# ${chartHeader}`);
}

/** What lies in `dist/` is synth's, and Argo CD reads it. */
function refuseDist(root: string, folder: string): void {
  const way = relative(distFolder(root), resolve(folder));
  if (way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)) return;
  throw new InputError([
    mistake('reserved', 'chart', `'${folder}' is in dist/, which only synth writes, it must be another folder`),
  ]);
}
