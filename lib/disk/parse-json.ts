/** A text that is not JSON, and where it stops being so. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';

  /** Line and column of the first character that does not belong, both from 1. */
  readonly line: number;
  readonly column: number;

  constructor(text: string, offset: number, problem: string) {
    super(problem);
    const before = text.slice(0, offset).split('\n');
    this.line = before.length;
    this.column = (before.at(-1) ?? '').length + 1;
  }
}

/**
 * Parses JSON as `JSON.parse` does, but says where an error is, which that tells for few errors and in the words of the
 * engine, and takes no key twice, of which that silently drops the first.
 *
 * @throws JsonSyntaxError
 */
export function parseJson(text: string): unknown {
  const source = new Source(text);
  const value = valueOf(source);
  if (!source.atEnd()) source.fail('the end of the file');
  return value;
}

/** The text and how far it was read. White space is skipped before each token. */
class Source {
  private offset = 0;

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** Takes a token where one that matches comes next. */
  take(token: RegExp): string | undefined {
    this.skipSpace();
    token.lastIndex = this.offset;
    const found = token.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }

  expect(token: RegExp, name: string): string {
    return this.take(token) ?? this.fail(name);
  }

  atEnd(): boolean {
    this.skipSpace();
    return this.offset === this.text.length;
  }

  fail(expected: string): never {
    const found = this.text.slice(this.offset).match(/^[\w.+-]+|^./u)?.[0];
    const shown = found === undefined ? 'the text ends' : `found ${JSON.stringify(found.slice(0, 20))}`;
    throw new JsonSyntaxError(this.text, this.offset, `${shown}, ${expected} must come here`);
  }

  /** Refuses the token that was just taken. */
  failBefore(token: string, problem: string): never {
    throw new JsonSyntaxError(this.text, this.offset - token.length, problem);
  }

  private skipSpace(): void {
    space.lastIndex = this.offset;
    this.offset += space.exec(this.text)?.[0].length ?? 0;
  }
}

const space = /[ \t\r\n]*/y;
const string = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const [openMap, closeMap, openList, closeList, colon, comma] = [/\{/y, /\}/y, /\[/y, /\]/y, /:/y, /,/y];

function valueOf(source: Source): unknown {
  if (source.take(openMap) !== undefined) return mapOf(source);
  if (source.take(openList) !== undefined) return listOf(source);
  return JSON.parse(source.take(string) ?? source.expect(scalar, 'a value'));
}

function mapOf(source: Source): unknown {
  const entries = new Map<string, unknown>();
  if (source.take(closeMap) !== undefined) return {};

  do {
    const token = source.expect(string, 'a key in double quotes');
    const key = JSON.parse(token) as string;
    if (entries.has(key)) source.failBefore(token, `the key ${token} stands here again, each must be there once`);
    source.expect(colon, "':'");
    entries.set(key, valueOf(source));
  } while (source.take(comma) !== undefined);

  source.expect(closeMap, "',' or '}'");
  return Object.fromEntries(entries);
}

function listOf(source: Source): unknown[] {
  const items: unknown[] = [];
  if (source.take(closeList) !== undefined) return items;

  do {
    items.push(valueOf(source));
  } while (source.take(comma) !== undefined);

  source.expect(closeList, "',' or ']'");
  return items;
}
