import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, relative } from 'node:path';
import pico from 'picocolors';
import { watchFolders } from '../disk/index.ts';
import { success } from './exit-codes.ts';
import { isRead, print } from './output.ts';
import type { Program } from '../synthesis.ts';

const folders = ['lib', 'overlays', 'argocd', 'imports'];
const files = ['main.ts', 'package.json'];

/**
 * Runs synth at once and whenever a source file is saved, until it is interrupted or nobody reads it any more. Each run
 * is a process of its own, since a process never forgets a module that it has loaded.
 */
export async function watch({ root }: Program): Promise<number> {
  const end = new AbortController();
  process.once('SIGINT', () => end.abort());

  const inRoot = (name: string): string => join(root, name);
  const run = async (changed: readonly string[]): Promise<void> => {
    if (changed.length > 0) print(pico.dim(`\n${changed.map(path => relative(root, path)).join(', ')} changed.\n`));
    await synthInChild(root);
    if (changed.length === 0) print(pico.dim(`Watching ${[...folders, ...files].join(', ')}. Ctrl-C ends it.\n`));
    if (!isRead()) end.abort();
  };
  const stop = watchFolders(folders.map(inRoot), run, { files: files.map(inRoot), atOnce: true });

  await once(end.signal, 'abort');
  stop();
  return success;
}

async function synthInChild(root: string): Promise<void> {
  const child = spawn(process.execPath, ['start.js', 'main.ts', 'synth'], { cwd: root, stdio: 'inherit' });
  await once(child, 'exit');
}
