/** Things by a key that several may share, in the order they came in. */
export function grouped<Thing>(things: Iterable<Thing>, keyOf: (thing: Thing) => string): Map<string, Thing[]> {
  const groups = new Map<string, Thing[]>();
  for (const thing of things) append(groups, keyOf(thing), thing);
  return groups;
}

/** Puts one more thing under a key. */
export function append<Thing>(groups: Map<string, Thing[]>, key: string, thing: Thing): void {
  const group = groups.get(key);
  if (group) group.push(thing);
  else groups.set(key, [thing]);
}
