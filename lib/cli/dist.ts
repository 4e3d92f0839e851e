import { join } from 'node:path';
import { writeTree } from '../disk/index.ts';
import type { WriteResult } from '../disk/index.ts';
import { headerStart } from '../kustomize/kustomize-folder.ts';

/** The folder that is committed, and that Argo CD reads. */
export function distFolder(root: string): string {
  return join(root, 'dist');
}

/** Whether this program wrote a file, told from its text. */
export function isOurs(text: string): boolean {
  return text.startsWith(`# ${headerStart}`);
}

/** Writes a tree of ours; files that do not begin like ours are never touched. */
export function writeOutput(folder: string, files: ReadonlyMap<string, string>): WriteResult {
  return writeTree(folder, files, { owned: (_path, text) => isOurs(text) });
}
