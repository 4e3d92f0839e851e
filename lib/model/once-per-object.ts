/**
 * A function that judges each object once, which is right because manifests never change. Environments share what they
 * do not change, down to the same object in memory, so most of what is judged was judged before.
 */
export function oncePerObject<Part extends object, Result>(judge: (part: Part) => Result): (part: Part) => Result {
  const known = new WeakMap<Part, { readonly result: Result }>();
  return part => {
    const seen = known.get(part);
    if (seen) return seen.result;
    const result = judge(part);
    known.set(part, { result });
    return result;
  };
}
