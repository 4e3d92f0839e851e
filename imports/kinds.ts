import type { CustomKind } from '../lib/model/custom-kind.ts';

/** What the definition files beside this one cannot say of their kinds: a row for each of which there is something. */
export const kinds: readonly CustomKind[] = [];
