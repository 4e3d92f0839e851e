import type { Node } from './merge-node.ts';

/**
 * Merges two lists of plain texts, which are a set to Kustomize: it only grows, at its front. The base is changed in
 * place.
 *
 * @param isStrict whether a text that is there twice is refused, which Kustomize writes once
 * @throws Error for what is no text.
 */
export function mergedSet(
  base: Node[],
  patch: readonly Node[] | undefined,
  { isStrict, path }: { readonly isStrict: boolean; readonly path: string },
): Node[] {
  for (const side of [base, patch ?? []]) {
    if (side.some(item => typeof item !== 'string') || (isStrict && new Set(side).size < side.length)) {
      throw new Error(`'${path}' is a set in Kustomize, its items must be texts that differ`);
    }
  }
  base.splice(0, base.length, ...new Set([...(patch ?? []), ...base]));
  return base;
}
