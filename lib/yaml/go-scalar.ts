const words: ReadonlyMap<string, boolean | number | null> = new Map<string, boolean | number | null>([
  ...inEachCase(true, 'y', 'yes', 'on', 'true'),
  ...inEachCase(false, 'n', 'no', 'off', 'false'),
  ...inEachCase(null, 'null', '~', ''),
  ...inEachCase(Infinity, '.inf', '+.inf'),
  ...inEachCase(-Infinity, '-.inf'),
  ...['.nan', '.NaN', '.NAN'].map(word => [word, NaN] as const),
]);

function inEachCase<T>(value: T, ...words: string[]): (readonly [string, T])[] {
  const capital = (word: string): string => word.replace(/[a-z]/, letter => letter.toUpperCase());
  return words.flatMap(word => [word, capital(word), word.toUpperCase()]).map(word => [word, value] as const);
}

const integerForm = /^([-+]?)(0x[\da-f]+|0b[01]+|0o?[0-7]+|[1-9]\d*|0)$/i;
// A sign after the base is an oddity of Go's reader.
const signedBinary = /^0b([-+])([01]+)$/;
const floatForm = /^[-+]?(\.\d+|\d+(\.\d*)?)(e[-+]?\d+)?$/i;

/**
 * What the YAML reader of Go makes of a bare scalar. It stands between the versions: the booleans, octal and binary
 * numbers and underscores of 1.1, the `0o7` of 1.2, and neither dates nor base 60, which stay text.
 */
export function goScalar(text: string): string | number | boolean | null {
  const word = words.get(text);
  if (word !== undefined) return word;
  if (!/^[-+.\d]/.test(text)) return text;
  // Underscores may stand anywhere, but only between digits where the point comes first.
  const digits = text.replace(text.startsWith('.') ? /(?<=\d)_(?=\d)/g : /_/g, '');
  return integer(digits.replace(signedBinary, '$10b$2')) ?? float(digits) ?? text;
}

function integer(text: string): number | undefined {
  const [, sign = '', digits] = integerForm.exec(text) ?? [];
  if (digits === undefined) return undefined;
  const size = BigInt(digits.toLowerCase().replace(/^0(?=\d)/, '0o'));
  if (size >= (sign ? 2n ** 63n : 2n ** 64n)) return undefined;
  return Number(sign === '-' ? -size : size);
}

function float(text: string): number | undefined {
  const value = floatForm.test(text) ? Number(text) : Infinity;
  // Go keeps as text what is too large for it.
  return Number.isFinite(value) ? value : undefined;
}
