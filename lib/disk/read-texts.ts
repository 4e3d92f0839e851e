import { join } from 'node:path';
import { asDiskError, isSystemError } from './disk-error.ts';
import { nodeFileSystem } from './file-system.ts';
import type { FileSystem } from './file-system.ts';

/**
 * The texts of those files of a folder whose names have some ending, by their names, sorted. Folders in it do not
 * count; a missing folder holds none.
 *
 * @throws DiskError for what the disk refuses
 */
export function readTexts(
  folder: string,
  endings: readonly string[],
  fileSystem: FileSystem = nodeFileSystem,
): Map<string, string> {
  let path = folder;
  try {
    const names = fileSystem
      .readdirSync(folder, { withFileTypes: true })
      .filter(entry => !entry.isDirectory() && isWanted(entry.name, endings))
      .map(({ name }) => name)
      .sort();
    return new Map(
      names.map(name => {
        path = join(folder, name);
        return [name, fileSystem.readFileSync(path, 'utf8')];
      }),
    );
  } catch (error) {
    if (path === folder && isSystemError(error, 'ENOENT')) return new Map();
    throw asDiskError(path, error, 'nothing was read');
  }
}

/** Editors keep their notes in hidden files. */
function isWanted(name: string, endings: readonly string[]): boolean {
  return !name.startsWith('.') && endings.some(ending => name.endsWith(ending));
}
