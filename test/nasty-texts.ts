import type { JsonMap } from '../lib/synth/manifest.ts';

/** Texts that some reader of YAML takes for something else when they stand bare, or refuses, by what they look like. */
export const NASTY_TEXTS: Readonly<Record<string, readonly string[]>> = {
  booleans: [
    'yes', 'Yes', 'YES', 'no', 'No', 'NO', 'on', 'On', 'ON', 'off', 'Off', 'OFF', 'y', 'Y', 'n', 'N',
    'true', 'True', 'TRUE', 'false', 'False', 'FALSE', 'TruE', 'yEs',
  ],
  nulls: ['null', 'Null', 'NULL', '~', ''],
  octals: ['0777', '0123', '007', '08', '09', '0o7', '0o777', '0O7'],
  'other bases': ['0b11', '0B11', '0b+1', '-0b1', '0x1F', '0X1f', '0_x1', '0x', '0b'],
  underscores: ['1_000', '1__0', '0_7', '1_', '_1'],
  floats: [
    '1e3', '1E3', '1e+3', '1.5e3', '1.e3', '12e03', '.5', '5.', '+1', '-0', '0.', '1.0', '1.10', 'e3', '-e3', '1e',
  ],
  'no numbers of JSON': ['.inf', '-.inf', '.nan', '.NaN', '+.inf', 'NaN', 'Infinity', 'undefined'],
  'too large': ['1e400', '123e4567', '9007199254740993', '9223372036854775808', '18446744073709551616'],
  'base 60': ['12:30:45', '1:20', '190:20:30.15', '+12:30', '8080:80'],
  dates: [
    '2001-01-01', '2001-1-1', '2001-12-14t21:59:43.10-05:00', '2001-12-14 21:59:43.10 -5', '2001-12-15T02:59:43Z',
  ],
  'the value tag': ['='],
  'the merge key': ['<<'],
  indicators: [
    '-', ',', '?', ':', '? a', '- a', 'a: b', 'a:', ':a', '@a', '`a', '%a', '&a', '*a', '!a', '|', '>', '[', ']', '{',
    '}', "'", '"', '#', 'a #b', 'a#b', 'a:b', 'a: ', "it's", 'say "x"', 'a, b', '[a]', '{a}', '{{ a }}',
  ],
  spaces: [' a', 'a ', '  ', ' ', '\ta', 'a\t', 'a\tb', '\t', 'a  b', 'a\r', '\ra'],
  'document marks': ['---', '...', '--- a', '--- ', '%YAML 1.2'],
  'line breaks of 1.1': ['a\u2028b', '\u2029', 'a\u2028'],
  'unseen characters': [
    '\ufeff', '\ufeffa', 'a\ufeff', 'a\u00a0', '\u200bon', '\u0001', '\u001b[0m', '\u0000', '\u00ad',
  ],
  'not ASCII': ['é', 'größer', '中文', '😀', '\ue000', 'a – b', '…', '１'],
  lines: [
    'a\nb', 'a\nb\n', 'a\n\n', 'a\n\n\n', '\n', '\n\n', '\na', ' a\nb', '  a\n b\n', 'a \nb', 'a\n \nb', 'a\n\n  b',
    'a\r\nb\r\n', 'a\n\tb\n', '\n\ta', '---\na\n', 'a\n---\n...\n%b\n', '#a\n#b\n', '- a\n- b', 'a: b\nc: d\n',
    'a\n\t', 'a\u2028\nb', 'yes\n',
  ],
  'harmless ones': [
    '100m', '1Gi', '60s', '10.0.0.1/8', '10.0.0.1', '1.2.3', '30d', '1T', '3f2a9', 'fe80::1', '::1', '1::2',
  ],
  'long ones': [
    'k'.repeat(1022), 'k'.repeat(1024), '中'.repeat(1024), `${'k'.repeat(1020)}: "`, 'word '.repeat(200).trim(),
  ],
};

/** A key that is longer than YAML finds without help. */
export const LONG_KEY = 'k'.repeat(1100);

/** Texts in each place that a text can have: as items, as values and as keys. */
export function everywhere(texts: readonly string[], keys = texts): JsonMap {
  return {
    items: texts,
    values: Object.fromEntries(texts.map((text, index) => [`key-${index}`, text])),
    keys: Object.fromEntries(keys.map((key, index) => [key, index])),
  };
}
