import { cpSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts by what stands for them in the copy. */
export type Replacements = ReadonlyMap<string, string>;

/**
 * Copies `dist/` with other addresses in it, and proves that nothing else is other.
 *
 * @returns number of lines that are other
 * @throws Error when the copy, with the addresses put back, is not what was copied
 */
export function copyWith(replacements: Replacements, from: string, to: string): number {
  cpSync(from, to, { recursive: true });
  const files = readdirSync(from, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(from.length));

  let changed = 0;
  for (const file of files) {
    const text = readFileSync(join(from, file), 'utf8');
    const copy = replaced(text, replacements);
    const back = replaced(copy, reversed(replacements));
    if (back !== text) throw new Error(`${file}: its copy differs in more than addresses`);
    changed += differentLines(text, copy);
    if (copy !== text) writeFileSync(join(to, file), copy);
  }
  return changed;
}

/** A text with other addresses. */
export function replaced(text: string, replacements: Replacements): string {
  return [...replacements].reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

function reversed(replacements: Replacements): Replacements {
  return new Map([...replacements].map(([from, to]) => [to, from]));
}

function differentLines(text: string, copy: string): number {
  const lines = copy.split('\n');
  return text.split('\n').filter((line, index) => line !== lines[index]).length;
}
