import type { JsonMap } from '../yaml/json.ts';

/** An item of a target: its place in the base, and what a patch says about it. */
export interface Row {
  readonly place: number | undefined;
  readonly item: JsonMap;
  readonly isChanged: boolean;
}

/**
 * The items that a strategic patch lists so that Kustomize puts all items of a list into the order of the rows. Each
 * item of the base has a row.
 *
 * @param keys the fields that identify an item; what no item states is no part of it, so that ports without protocols
 *   go by their number
 * @returns undefined where the patch need not name the list, and 'inexact' for an order that no patch brings about.
 */
export function listedItems(rows: readonly Row[], keys: readonly string[]): readonly JsonMap[] | undefined | 'inexact' {
  const stated = keys.filter(key => rows.some(({ item }) => Object.hasOwn(item, key)));
  return stated.length <= 1 ? upToLastChange(rows) : newAndChanged(rows);
}

/**
 * Kustomize puts the items of the patch first, in their order, and then the others as they stand in the base. So the
 * patch lists each item up to the last one that is new, changed or moved.
 */
function upToLastChange(rows: readonly Row[]): readonly JsonMap[] | undefined {
  let listed = rows.length;
  let next = Infinity;
  while (listed > 0 && !rows[listed - 1]!.isChanged && rows[listed - 1]!.place! < next) {
    next = rows[listed - 1]!.place!;
    listed -= 1;
  }
  return listed === 0 ? undefined : rows.slice(0, listed).map(({ item }) => item);
}

/** Where two fields make the key, Kustomize puts new items first and keeps the order of the base for the others. */
function newAndChanged(rows: readonly Row[]): readonly JsonMap[] | undefined | 'inexact' {
  const isInOrder = rows.every(({ place = -1 }, index) => index === 0 || (rows[index - 1]!.place ?? -1) <= place);
  if (!isInOrder) return 'inexact';
  const changed = rows.filter(({ isChanged }) => isChanged);
  return changed.length === 0 ? undefined : changed.map(({ item }) => item);
}
