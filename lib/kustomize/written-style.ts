import type { Node } from './merge-node.ts';

/** Whether a text of the base stands in quotes or in a block, at its place as a JSON pointer. */
export type QuotedTexts = (text: string, path: string) => boolean;

/**
 * What is read once a scalar was written over another. Kustomize keeps the style of what it replaces: what stood in
 * quotes stays a text, and a bare text becomes the number that the patch says.
 *
 * @param isQuoted how the base is written; without it, only what every writer must do is known
 * @throws Error where the result depends on how the base or the patch is written, or cannot be read again.
 */
export function restyled(base: Node | undefined, patch: Node, path: string, isQuoted: QuotedTexts | undefined): Node {
  if (typeof base !== 'string' || typeof patch === 'object' || base === patch) return patch;
  if (base.includes('\n') && String(patch).startsWith('\t')) {
    throw new Error(`'${path}' becomes a block that starts with a tab, which Kustomize cannot read again`);
  }
  if (typeof patch === 'string' || !standsInQuotes(base, path, isQuoted)) return patch;
  if (typeof patch === 'boolean' || Number.isSafeInteger(patch)) return String(patch);
  throw new Error(`'${path}' becomes the text of a number, which depends on how the patch writes ${patch}`);
}

function standsInQuotes(text: string, path: string, isQuoted: QuotedTexts | undefined): boolean {
  if (isQuoted) return isQuoted(text, path);
  if (text.includes('\n') || needsQuotes(text)) return true;
  throw new Error(`'${path}' was the text '${text}', its new type depends on the quotes of the base`);
}

/** What every reader of YAML takes for something else where it is bare. */
function needsQuotes(text: string): boolean {
  return /^(?:|~|null|true|false|[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)$/.test(text);
}
