import type { Mistake } from '../model/mistake.ts';
import { Change } from './change.ts';
import type { After } from './change.ts';
import type { Tree } from './delivered-tree.ts';
import { applicationsLeftBehind } from './left-behind.ts';
import { neverThere } from './never-there.ts';
import { objectsLeftBehind } from './objects-left-behind.ts';
import { unchangeable } from './unchangeable.ts';

/** WHERE A NEW REFUSAL GOES: a file beside this one, and a word here. */
const refusals: readonly ((change: Change) => Mistake[])[] = [
  applicationsLeftBehind,
  objectsLeftBehind,
  unchangeable,
  neverThere,
];

/**
 * What is wrong with the way from one `dist/` to the next, although each of them is right by itself: what Argo CD would
 * leave behind, and what a cluster would refuse. It only ever refuses: what is written follows from the code alone.
 *
 * @param before files of a `dist/` that was delivered, by path; none where nothing was
 */
export function refusedChanges(before: Tree, after: After): Mistake[] {
  if (before.size === 0) return [];
  const change = new Change(before, after);
  const mistakes = refusals.map(refusal => refusal(change));
  // Where whole Applications are lost, their own namespaces and their rights are lost with them: said once.
  return mistakes[0]!.length > 0 ? mistakes[0]! : mistakes.flat();
}
