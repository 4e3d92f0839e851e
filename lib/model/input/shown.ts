const longest = 60;

/** A value in a sentence: texts in quotes, everything else as it is written in code, both cut where they are long. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return cut(`'${value}'`);
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return `${value}n`;
  if (typeof value !== 'object' || value === null) return String(value);
  return cut(jsonOf(value));
}

function jsonOf(value: object): string {
  try {
    return JSON.stringify(value) ?? 'an object';
  } catch {
    // It holds itself, or a number that JSON does not have.
    return Array.isArray(value) ? 'a list' : 'an object';
  }
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
