import { alphabet, leadingKeysInList, leadingKeysUnder, objectKeys, orderedKeys } from './key-order.ts';
import type { LeadingKeys } from './key-order.ts';
import { isMap } from './json.ts';
import type { Json, JsonMap } from './json.ts';
import { blockText, numberText, quotedText, styleOf } from './yaml-scalar.ts';

export { manifestsOf } from './yaml-reader.ts';

export interface YamlTextOptions {
  /**
   * Lines that stand as comments above the document, without their `#`.
   *
   * @default - no comment
   */
  readonly header?: string;
}

/**
 * One value as one YAML document, which readers of YAML 1.1 and of 1.2 take for exactly this value. Equal values give
 * equal bytes, in whatever order their keys were set; no line is folded, nothing is shared by anchors, and the text
 * ends with one line break.
 *
 * The structure is laid out here, as the `yaml` package lays it out, because its nodes cost ten times as much; the
 * package writes every text that is not bare.
 *
 * @throws for a value that JSON does not have (undefined, NaN, a function).
 */
export function yamlText(value: Json, { header }: YamlTextOptions = {}): string {
  const body = writer.node(value, '', objectKeys, alphabet);
  // A block that keeps blank lines must not end the file: editors and git take them off.
  const closed = body.endsWith('\n') ? closingWriter.node(value, '', objectKeys, alphabet) : body;
  return `${header ? commentText(header) : ''}${closed}\n`;
}

function commentText(header: string): string {
  const lines = header.split(/\r\n|[\n\r\u0085\u2028\u2029]/);
  return lines.map(line => `${`# ${line}`.trimEnd()}\n`).join('');
}

/** The longest key that YAML finds without `? ` in front of it. */
const longestPlainKey = 1024;

/** Texts up to this length come back often enough to be remembered. */
const longestRemembered = 64;

class Writer {
  private readonly remembered = new Map<string, string>();

  private readonly options: { readonly keepsBlankEnds: boolean };

  constructor(options: { readonly keepsBlankEnds: boolean }) {
    this.options = options;
  }

  /** A value whose further lines are indented by `indent`; without a line break at its end. */
  node(value: Json, indent: string, leading: LeadingKeys, leadingInItems: LeadingKeys): string {
    if (Array.isArray(value)) return this.list(value, indent, leadingInItems);
    return isMap(value) ? this.map(value, indent, leading) : this.scalar(value as unknown, indent);
  }

  private map(map: JsonMap, indent: string, leading: LeadingKeys): string {
    let text = '';
    for (const key of orderedKeys(map, leading)) {
      if (text) text += `\n${indent}`;
      text += this.entry(key, map[key] as Json, indent);
    }
    return text || '{}';
  }

  private entry(key: string, value: Json, indent: string): string {
    const nested = `${indent}  `;
    const name = this.line(key);
    const node = this.node(value, nested, leadingKeysUnder(key), leadingKeysInList(key));
    if (name.length > longestPlainKey) return `? ${name}\n${indent}: ${node}`;
    return isFilled(value) ? `${name}:\n${nested}${node}` : `${name}: ${node}`;
  }

  private list(list: readonly Json[], indent: string, leading: LeadingKeys): string {
    let text = '';
    for (const item of list) {
      if (text) text += `\n${indent}`;
      text += `- ${this.node(item, `${indent}  `, leading, alphabet)}`;
    }
    return text || '[]';
  }

  private scalar(value: unknown, indent: string): string {
    switch (typeof value) {
      case 'string':
        return this.text(value, indent);
      case 'number':
        return numberText(value);
      case 'boolean':
        return String(value);
    }
    if (value === null) return 'null';
    throw new Error(`yamlText: a value of type '${typeof value}' must be a value of JSON`);
  }

  private text(text: string, indent: string): string {
    if (!text.includes('\n')) return this.line(text);
    // At the root a block has no indentation to tell its lines by.
    if (indent === '' || styleOf(text) !== 'block') return quotedText(text);
    return this.options.keepsBlankEnds || !text.endsWith('\n\n') ? blockText(text, indent) : quotedText(text);
  }

  private line(text: string): string {
    const known = this.remembered.get(text);
    if (known !== undefined) return known;
    const written = styleOf(text) === 'plain' ? text : quotedText(text);
    if (text.length <= longestRemembered) this.remembered.set(text, written);
    return written;
  }
}

const writer = new Writer({ keepsBlankEnds: true });
const closingWriter = new Writer({ keepsBlankEnds: false });

function isFilled(value: Json): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}
