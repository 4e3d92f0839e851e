import { refusedChanges } from '../changes/index.ts';
import { DiskError, readCommitted, readTree } from '../disk/index.ts';
import { InputError } from '../model/input-error.ts';
import type { Synthesis } from '../synthesis.ts';
import { distFolder } from './dist.ts';

/**
 * Refuses what the clusters could not follow from the `dist/` that is committed, so that whatever is tried out between
 * two commits may come and go; outside a repository, from the one that lies there.
 *
 * @throws InputError with all of it
 */
export function refuseChanges(root: string, synthesis: Synthesis): void {
  const committed = unlessRefused(() => readCommitted(root, 'HEAD', 'dist'));
  refuseChangesFrom(committed ?? unlessRefused(() => readTree(distFolder(root))) ?? new Map(), synthesis);
}

/** The same from the `dist/` of any commit. @throws DiskError where there is no such commit */
export function refuseChangesSince(root: string, commit: string, synthesis: Synthesis): void {
  refuseChangesFrom(readCommitted(root, commit, 'dist'), synthesis);
}

function refuseChangesFrom(before: ReadonlyMap<string, string>, synthesis: Synthesis): void {
  const mistakes = refusedChanges(before, synthesis);
  if (mistakes.length > 0) throw new InputError(mistakes);
}

/** Where there is no git there is the disk, and what is wrong with that is told by whoever writes it. */
function unlessRefused<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DiskError) return undefined;
    throw error;
  }
}
