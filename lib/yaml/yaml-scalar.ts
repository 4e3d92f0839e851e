import { Document, Scalar, YAMLSeq } from 'yaml';

/** How a text is written: bare, as a literal block, or as a JSON string. */
export type TextStyle = 'plain' | 'block' | 'quoted';

// Controls, invisible and formatting characters, odd spaces, lone surrogates and non-characters: some readers refuse
// them, some change them, and no reviewer sees them. The ranges are spelt out, since \p{…} varies with the version of
// Node.
const unseenRanges =
  '\\x00-\\x08\\x0b-\\x1f\\x7f-\\xa0\\xad\\u061c\\u1680\\u180e\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u206f'
  + '\\ud800-\\udfff\\ufeff\\ufff0-\\ufffb\\ufffe\\uffff';
const unseen = new RegExp(`[${unseenRanges}]`, 'u');
const everyUnseen = new RegExp(`[${unseenRanges}]`, 'gu');

// A bare text starts like a word, a number, a path, `$(VARIABLE)` or an option (`-x`, `--x`), and holds no `: `, no
// ` #`, no tab, and no space or colon at its end.
const bareStart = `(?![${unseenRanges}])(?:[\\w/$(\\u00a1-\\u{10ffff}]|--?[A-Za-z]|\\.{1,2}/)`;
const bare = new RegExp(`^${bareStart}(?:[^${unseenRanges}\\t\\n :]|:(?! |$)| +(?![ #]|$))*$`, 'u');

// What some reader takes for a null, a boolean or a number: the words in whatever case, the numbers of YAML 1.1 and 1.2
// with underscores, commas, base 60 (`12:30`), other bases and exponents without digits before them (`e3`), and dates.
// The sign after a base (`0b+1`) and the underscore in it (`0_x1`) are numbers to Go alone.
const notText =
  /^(?:y|n|yes|no|on|off|true|false|null|[-+.e]*\d[\d_.,:e+-]*|[-+]?0_*[xob][\da-f_+-]*|\d{4}-\d\d?-\d\d?.*)$/i;

/**
 * How a text is written as a value, such that every reader of YAML 1.1 and 1.2 sees the same text: bare where nothing
 * can be misread, a block where there are lines to show, and otherwise a JSON string, which both versions take alike.
 */
export function styleOf(text: string): TextStyle {
  if (text.includes('\n')) return isBlock(text) ? 'block' : 'quoted';
  return bare.test(text) && !notText.test(text) ? 'plain' : 'quoted';
}

// Readers differ on a block that starts with white space; editors take off what stands at the end of a line.
function isBlock(text: string): boolean {
  return !/^\s|[ \t](?:\n|$)/.test(text) && !unseen.test(text);
}

/** A text as a JSON string in which each character that no one sees is escaped. */
export function quotedText(text: string): string {
  return escapeUnseen(writtenByPackage(text, Scalar.QUOTE_DOUBLE));
}

/** A text as a literal block with its lines indented by `indent`; without the line break at its end. */
export function blockText(text: string, indent: string): string {
  return writtenByPackage(text, Scalar.BLOCK_LITERAL).replaceAll('\n  ', `\n${indent}`);
}

/** A JSON string with `\u` escapes for the characters that no one sees and that JSON leaves as they are. */
export function escapeUnseen(json: string): string {
  return json.replace(everyUnseen, character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

const item = new Scalar('');
const items = new YAMLSeq();
items.items.push(item);
const document = new Document(items, { schema: 'failsafe' });
const options = { doubleQuotedAsJSON: true };

// As the only item of a list, where a block has the indentation that it lacks at the root. The document is used again
// and again, since making one costs more than writing it.
function writtenByPackage(text: string, type: Scalar.Type): string {
  item.value = text;
  item.type = type;
  return document.toString(options).slice('- '.length, -'\n'.length);
}

/**
 * A number with the point and the signed exponent that YAML 1.1 asks of a float: `1.0e+21`, where JavaScript's `1e+21`
 * is text to some readers.
 *
 * @throws for what JSON has no number for.
 */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`yamlText: the number ${value} must be finite to be a value of JSON`);
  return String(value).replace(/^(-?\d+)e/, '$1.0e');
}
