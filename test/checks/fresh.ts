import type { Manifest } from '../../lib/model/manifest.ts';

/** A copy of an object in which an edit has changed something. */
export function edited<M extends Manifest>(manifest: M, edit: (copy: Loose) => void): Manifest {
  const copy = fresh(manifest) as unknown as Loose;
  edit(copy);
  return copy as unknown as Manifest;
}

/** A copy in which no two places share an object, so that an edit of one leaves the others alone. */
export function fresh<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}

/** Data of which tests may write any part. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- what is broken on purpose has no type
export type Loose = any;
