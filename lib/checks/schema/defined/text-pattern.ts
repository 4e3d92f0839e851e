const classes: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  digit: '0-9',
  lower: 'a-z',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

const known = new Map<string, RegExp | undefined>();

/**
 * A pattern of a definition, which Go reads; undefined where JavaScript has no such pattern, so that texts are not
 * judged by it rather than judged wrongly.
 */
export function textPattern(source: string): RegExp | undefined {
  if (!known.has(source)) known.set(source, compiled(source));
  return known.get(source);
}

function compiled(source: string): RegExp | undefined {
  const ignoresCase = /^\^?\(\?i\)/.test(source);
  const translated = (ignoresCase ? source.replace('(?i)', '') : source)
    .replaceAll(/\[:(\w+):\]/g, (whole, name: string) => classes[name] ?? whole)
    .replaceAll('(?P<', '(?<')
    .replaceAll(/(?<!\\)\\A/g, '^')
    .replaceAll(/(?<!\\)\\z/g, '$');
  // What is left of Go's own means something else in JavaScript, or nothing.
  if (/\[\[:|\(\?[imsU-]+[:)]|(?<!\\)\\[CQE]/.test(translated)) return undefined;
  const flags = ignoresCase ? 'i' : '';
  return made(translated, `${flags}u`) ?? made(translated, flags);
}

function made(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}
