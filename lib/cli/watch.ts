import { spawn } from 'node:child_process';
import { join } from 'node:path';
import pico from 'picocolors';
import { watchFolders } from '../disk/index.ts';
import { success } from './exit-codes.ts';
import type { Program } from '../synthesis.ts';

const sourceFolders = ['lib', 'overlays', 'argocd', 'imports'];

/**
 * Runs synth whenever a source file is saved, until it is interrupted. Each run is a process of its own, since
 * a process never forgets a module that it has loaded.
 */
export async function watch({ root }: Program): Promise<number> {
  await synthInChild(root);
  const stop = watchFolders(
    sourceFolders.map(folder => join(root, folder)),
    async () => synthInChild(root),
  );
  process.stdout.write(pico.dim(`Watching ${sourceFolders.join(', ')}. Ctrl-C ends it.\n`));
  await new Promise(resolve => process.once('SIGINT', resolve));
  stop();
  return success;
}

async function synthInChild(root: string): Promise<void> {
  const child = spawn(process.execPath, ['start.js', 'main.ts', 'synth'], { cwd: root, stdio: 'inherit' });
  await new Promise(resolve => child.once('exit', resolve));
}
