import * as fs from 'node:fs';

/**
 * The calls by which a tree reaches the disk. They are a parameter, so that a test can fill the disk up,
 * take a permission away, or stop the program dead at any one of them.
 */
export type FileSystem = Pick<
  typeof fs,
  | 'accessSync'
  | 'chmodSync'
  | 'copyFileSync'
  | 'linkSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'readFileSync'
  | 'readdirSync'
  | 'readlinkSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'unlinkSync'
  | 'utimesSync'
  | 'writeFileSync'
>;

/** The real disk. */
export const nodeFileSystem: FileSystem = fs;

/** Whether anything stands at a path, be it a link that leads nowhere. */
export function exists(path: string, fileSystem: FileSystem): boolean {
  return fileSystem.lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
