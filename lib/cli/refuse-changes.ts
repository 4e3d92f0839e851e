import { refusedChanges } from '../changes/index.ts';
import { DiskError, readTree } from '../disk/index.ts';
import { InputError } from '../model/input-error.ts';
import type { Synthesis } from '../synthesis.ts';
import { distFolder } from './dist.ts';

/**
 * Refuses what the clusters could not follow from the `dist/` that lies there.
 *
 * @throws InputError with all of it
 */
export function refuseChanges(root: string, synthesis: Synthesis): void {
  refuseChangesSince(treeIn(distFolder(root)), synthesis);
}

/** The same from any `dist/`: its files by path. */
export function refuseChangesSince(before: ReadonlyMap<string, string>, synthesis: Synthesis): void {
  const mistakes = refusedChanges(before, synthesis);
  if (mistakes.length > 0) throw new InputError(mistakes);
}

/** What is wrong with the folder itself is told by whoever writes it. */
function treeIn(folder: string): ReadonlyMap<string, string> {
  try {
    return readTree(folder);
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return new Map();
  }
}
