import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { asDiskError } from './disk-error.ts';

/** What stands at a path, links followed. */
export function sortAt(path: string): 'file' | 'folder' | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory()) return 'folder';
  return status?.isFile() ? 'file' : undefined;
}

/**
 * The texts of a folder that is not ours, by path, sorted. What it hides, modules of npm and links below it are left out.
 *
 * @param wanted which files are read
 * @throws DiskError for what the disk refuses
 */
export function readForeign(folder: string, wanted: (path: string) => boolean): Map<string, string> {
  try {
    const paths = pathsBelow(folder, '').filter(wanted).sort();
    return new Map(paths.map(path => [path, readFileSync(join(folder, path), 'utf8')]));
  } catch (error) {
    throw asDiskError(folder, error, 'nothing was read');
  }
}

function pathsBelow(root: string, folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    if (name.startsWith('.') || name === 'node_modules') return [];
    const path = folder === '' ? name : `${folder}/${name}`;
    const status = lstatSync(join(root, path));
    if (status.isDirectory()) return pathsBelow(root, path);
    return status.isFile() ? [path] : [];
  });
}

/**
 * Writes files to a folder of their own, and takes it away again.
 *
 * @param files texts by path
 * @throws DiskError for what the disk refuses
 */
export function inTemporaryFolder<T>(files: ReadonlyMap<string, string>, act: (folder: string) => T): T {
  const folder = madeFolder(files);
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function madeFolder(files: ReadonlyMap<string, string>): string {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'plainsail-'));
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return folder;
  } catch (error) {
    throw asDiskError(tmpdir(), error, 'nothing was written');
  }
}
