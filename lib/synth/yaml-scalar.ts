import { Document, Scalar, YAMLSeq } from 'yaml';

/** How a text is written: bare, as a literal block, or as a JSON string. */
export type TextStyle = 'plain' | 'block' | 'quoted';

// Controls, invisible and formatting characters, odd spaces, lone surrogates and non-characters: some readers refuse
// them, some change them, and no reviewer sees them. The ranges are spelt out, since \p{…} varies with the Node version.
const UNSEEN =
  '\\x00-\\x08\\x0b-\\x1f\\x7f-\\xa0\\xad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f' +
  '\\ud800-\\udfff\\ufeff\\ufff0-\\ufffb\\ufffe\\uffff';
const unseen = new RegExp(`[${UNSEEN}]`, 'u');
const everyUnseen = new RegExp(`[${UNSEEN}]`, 'gu');

// A bare text starts like a word, a number, a path, `$(VARIABLE)` or an option (`-x`, `--x`), and holds no `: `, no ` #`,
// no tab, and no space or colon at its end.
const bare = new RegExp(
  `^(?![${UNSEEN}])(?:[\\w/$(\\u00a1-\\u{10ffff}]|--?[A-Za-z]|\\.{1,2}/)(?:[^${UNSEEN}\\t\\n :]|:(?! |$)| +(?![ #]|$))*$`,
  'u',
);

// What some reader takes for a null, a boolean or a number: the words in whatever case, the numbers of YAML 1.1 and 1.2
// with underscores, commas, base 60 (`12:30`), other bases and exponents without digits before them (`e3`), and dates.
const notText =
  /^(?:y|n|yes|no|on|off|true|false|null|[-+.e]*\d[\d_.,:e+-]*|[-+]?0_*[xob][\da-f_]*|\d{4}-\d\d?-\d\d?.*)$/i;

const BLOCK_OPTIONS = { lineWidth: 0 };
const QUOTE_OPTIONS = { lineWidth: 0, doubleQuotedAsJSON: true };

/**
 * How a text is written as a value, such that every reader of YAML 1.1 and 1.2 sees the same text. Bare where nothing
 * can be misread, a block where there are lines to show, and otherwise a JSON string, which is the same in both versions.
 */
export function styleOf(text: string): TextStyle {
  if (text.includes('\n')) return isBlock(text) ? 'block' : 'quoted';
  return bare.test(text) && !notText.test(text) ? 'plain' : 'quoted';
}

// Readers differ on, and editors change, a block that starts with white space or holds some at the end of a line.
function isBlock(text: string): boolean {
  return !/^\s|[ \t](?:\n|$)/.test(text) && !unseen.test(text);
}

/** A text as a JSON string, in which each character that is not seen is escaped. */
export function quotedText(text: string): string {
  const json = writtenByPackage(text, Scalar.QUOTE_DOUBLE);
  return json.replace(everyUnseen, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A text as a literal block whose lines are indented by `indent`; without the line break at its end. */
export function blockText(text: string, indent: string): string {
  return writtenByPackage(text, Scalar.BLOCK_LITERAL).replaceAll('\n  ', `\n${indent}`);
}

const document = new Document(new YAMLSeq<Scalar>(), { schema: 'failsafe' });
const items = (document.contents as YAMLSeq<Scalar>).items;

// As the only item of a list: there a block has its indentation, which it lacks at the root.
function writtenByPackage(text: string, type: Scalar.Type): string {
  const scalar = new Scalar(text);
  scalar.type = type;
  items[0] = scalar;
  return document.toString(type === Scalar.QUOTE_DOUBLE ? QUOTE_OPTIONS : BLOCK_OPTIONS).slice(2, -1);
}

/**
 * A number with the point and the signed exponent that YAML 1.1 asks of a float: `1.0e+21`, where JavaScript's `1e+21`
 * is text to some readers.
 *
 * @throws for what JSON has no number for.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`yamlText: ${value} is not a value of JSON, a number must be finite`);
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}
