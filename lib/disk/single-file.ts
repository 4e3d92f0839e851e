import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { asDiskError, DiskError } from './disk-error.ts';
import { nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';
import { JsonSyntaxError, parseJson } from './parse-json.ts';

/**
 * The text of one file.
 *
 * @throws DiskError for what the disk refuses, a missing file included
 */
export function readText(path: string, fileSystem: FileSystem = nodeFileSystem): string {
  try {
    return fileSystem.readFileSync(path, 'utf8');
  } catch (error) {
    throw asDiskError(path, error, 'nothing was read');
  }
}

/**
 * The value in a JSON file. Its shape is for the caller to judge.
 *
 * @throws DiskError which names file, line and column where it is not JSON, or holds a key twice
 */
export function readJson(path: string, fileSystem: FileSystem = nodeFileSystem): unknown {
  const text = readText(path, fileSystem);
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw new DiskError(`${path}:${error.line}:${error.column}: ${error.message}`, { cause: error });
  }
}

/**
 * Replaces one file, such as a report, as a whole: a reader finds the old text or the new one. Missing folders are
 * made. For the files of a tree there is `writeTree`.
 *
 * @throws DiskError for what the disk refuses; the old text is then still there
 */
export function writeText(path: string, text: string, fileSystem: FileSystem = nodeFileSystem): void {
  const scrap = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.next`);
  try {
    fileSystem.mkdirSync(dirname(path), { recursive: true });
    fileSystem.writeFileSync(scrap, text, { flag: 'wx' });
    fileSystem.renameSync(scrap, path);
  } catch (error) {
    remove(scrap, fileSystem);
    throw asDiskError(path, error, 'the file is as it was');
  }
}

function remove(scrap: string, fileSystem: FileSystem): void {
  try {
    fileSystem.unlinkSync(scrap);
  } catch {
    // It may not be there, and the first error is the one to tell.
  }
}
