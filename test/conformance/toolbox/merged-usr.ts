import { cpSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Folders that are links to the same ones below `usr` on every current Debian. */
const merged = ['bin', 'sbin', 'lib', 'lib64'];

/**
 * Brings together what packages have in those folders and below `usr`: they still have files in both.
 *
 * @param whole whether the tree is a root of its own, which needs the links
 */
export function mergeIntoUsr(root: string, whole: boolean): void {
  for (const name of merged) {
    const top = join(root, name);
    const below = join(root, 'usr', name);
    if (existsSync(top)) {
      cpSync(top, below, { recursive: true, verbatimSymlinks: true });
      rmSync(top, { recursive: true });
    }
    if (whole) {
      mkdirSync(below, { recursive: true });
      symlinkSync(join('usr', name), top);
    }
  }
}
