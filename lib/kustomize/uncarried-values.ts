/** The longest key that Kustomize reads back, as it stands in quotes. Kubernetes allows 317 characters. */
const longestKey = 1000;

/** How much of a text a message shows. */
const longestShown = 60;

/**
 * Controls but tab, line feed and carriage return, halves of characters, and what is no character. YAML readers fail on
 * some and change others; NEL (U+0085) becomes a space without a word.
 */
const uncarried = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]/u;

/** Most texts: they need no closer look. */
const ordinaryText = /^[ -~][\n -~]*$/;

/** What keeps a value that is neither list nor map from being carried: `is …, … must …`; undefined for nothing. */
export function valueProblem(value: unknown): string | undefined {
  if (typeof value === 'boolean' || value === null) return undefined;
  const must = typeof value === 'string' ? textDemand(value) : otherDemand(value);
  return must && `is ${shown(value)}, ${must}`;
}

/** What keeps a key from being carried: `has the key …, … must …`; undefined for nothing. */
export function keyProblem(key: string): string | undefined {
  const must = keyDemand(key);
  return must && `has the key ${shown(key)}, ${must}`;
}

/** A value as a message shows it: on one line, shortened, with what is not seen escaped. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${escaped(value)}'`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return `a ${isPlainMap(value) ? 'map' : value.constructor.name}`;
  return typeof value === 'function' || typeof value === 'symbol' ? `a ${typeof value}` : String(value);
}

/** Whether a value is a map and nothing more: no Date, no Map, no instance of a class. */
export function isPlainMap(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  // A test runner has an `Object` of its own, so any prototype counts that has none itself.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function textDemand(text: string): string | undefined {
  if (ordinaryText.test(text)) return undefined;
  if (uncarried.test(text)) return 'a text must hold whole characters, and no controls but tabs and line breaks';
  if (text.startsWith('\ufeff')) return 'a text must not start with a byte order mark';
  if (text.startsWith('\t') && text.includes('\n')) return 'a text of several lines must not start with a tab';
  return undefined;
}

function keyDemand(key: string): string | undefined {
  if (key === '<<') return 'which YAML takes for a merge, it must be another';
  if (key.length > longestKey / 6 && JSON.stringify(key).length > longestKey) {
    return `a key must have at most ${longestKey} characters in quotes`;
  }
  return textDemand(key);
}

function otherDemand(value: unknown): string | undefined {
  if (value === undefined) return 'what has no value must be left out';
  if (typeof value !== 'number') return 'a value must be a text, a number, a boolean, a list or a plain map';
  if (!Number.isFinite(value)) return 'a number must be finite';
  if (!Number.isInteger(value) || Number.isSafeInteger(value)) return undefined;
  return `an integer must lie within ±${Number.MAX_SAFE_INTEGER}, or be a text`;
}

function escaped(text: string): string {
  const start = text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
  const json = JSON.stringify(start).slice(1, -1).replaceAll('\\"', '"');
  return json.replace(/[\x7f-\xa0\u2028\u2029\ufeff\ufffe\uffff]/g, character => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
