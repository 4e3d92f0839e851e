import { copyFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Summary } from '../lib/cli/summary.ts';
import { limit, rowOf } from './figures.ts';
import type { Row } from './figures.ts';
import { measured } from './measure.ts';
import type { Run } from './measure.ts';

const repository = join(import.meta.dirname, '..');

/** What `main.ts` finds beside itself. */
const parts = ['argocd', 'imports', 'lib', 'overlays', 'package.json'];

/**
 * The process time of `synth` for the platform of this repository: writing `dist/` anew, and finding nothing to write.
 * It runs beside the repository, whose own `dist/` stays as it is.
 */
export async function ownPlatformRows(folder: string, times = 5): Promise<Row[]> {
  const anew: Run[] = [];
  const unchanged: Run[] = [];
  for (let time = 0; time < times; time += 1) {
    const root = rootAt(join(folder, String(time)));
    anew.push(await synth(root));
    unchanged.push(await synth(root));
  }
  const { rendered } = anew[0]!;
  return [rowOf('own platform, written anew', rendered, anew), rowOf('own platform, unchanged', rendered, unchanged)];
}

function rootAt(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const part of parts) symlinkSync(join(repository, part), join(folder, part));
  copyFileSync(join(repository, 'main.ts'), join(folder, 'main.ts')); // a link would lead to the real `dist/`
  return folder;
}

async function synth(folder: string): Promise<Run> {
  const output = join(folder, 'summary.json');
  const command = [process.execPath, join(repository, 'start.js'), join(folder, 'main.ts'), 'synth', '--json'];
  const run = (await measured(command, output, limit))!;
  const { rows } = JSON.parse(readFileSync(output, 'utf8')) as Summary;
  return { ...run, rendered: rows.reduce((sum, { objects }) => sum + objects, 0) };
}
