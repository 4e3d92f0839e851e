import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, Scalar, type Node, type YAMLMap } from 'yaml';
import { goScalar } from './go-scalar.ts';
import type { Json, JsonMap } from './json.ts';

// Go refuses these where they stand bare, or breaks the line at them where the package does not.
const uneven = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|\r(?!\n)/g;

/**
 * The maps of a YAML text, one for each document that is not empty, as the Go readers of Kubernetes take them: `yes` is
 * true, `0777` is 511 and `12:30` a text. What readers take differently is refused: a key given twice, an alias, a
 * merge key, a tag, a bare control character. An integer above 2^53 is rounded, as in all of JavaScript.
 *
 * @throws with all that is wrong, each with its line.
 */
export function manifestsOf(text: string): JsonMap[] {
  const reading = new Reading(text);
  const manifests = reading.manifests();
  if (reading.faults.length > 0) throw new Error(reading.faults.join('\n'));
  return manifests;
}

class Reading {
  readonly faults: string[] = [];
  private readonly lines = new LineCounter();

  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  manifests(): JsonMap[] {
    // Every scalar stays a text here, for the schemas of the package are those of other readers than Go's.
    const documents = parseAllDocuments(this.text, {
      schema: 'failsafe',
      merge: false,
      uniqueKeys: false,
      prettyErrors: false,
      lineCounter: this.lines,
    });
    for (const { 0: character, index } of this.text.matchAll(uneven)) {
      this.fault(index, `the character U+${codeOf(character)} stands bare, it must be escaped`);
    }
    const manifests: JsonMap[] = [];
    for (const { contents, errors, warnings } of documents) {
      for (const { message, pos } of [...errors, ...warnings]) this.fault(pos[0], message);
      if (isMap(contents)) manifests.push(this.map(contents));
      else if (!isEmpty(contents)) this.fault(contents?.range?.[0], 'the document is no map, a manifest must be one');
    }
    return manifests;
  }

  private map(map: YAMLMap): JsonMap {
    const entries = new Map<string, Json>();
    for (const { key, value } of map.items) {
      const name = this.key(key as Node | null, map);
      const at = (key as Node | null)?.range?.[0];
      if (entries.has(name)) this.fault(at, `the key '${name}' is given twice, a map must hold a key once`);
      entries.set(name, this.value(value as Node | null));
    }
    // Unlike assignment, this gives the key `__proto__` its value.
    return Object.fromEntries(entries);
  }

  private key(key: Node | null, map: YAMLMap): string {
    if (isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<') {
      this.fault(key.range?.[0], "the key '<<' merges maps, each map must be written out");
    }
    const name = this.value(key);
    const isText = typeof name === 'string' || typeof name === 'boolean' || Number.isInteger(name);
    if (!isText) this.fault((key ?? map).range?.[0], `the key '${String(key)}' is no text, a key must be one`);
    return String(name);
  }

  private value(node: Node | null): Json {
    if (isMap(node)) return this.map(node);
    if (isSeq(node)) return node.items.map(item => this.value(item as Node | null));
    if (isScalar(node)) return this.scalar(node);
    if (!isAlias(node)) return null;
    this.fault(node.range?.[0], `the alias '*${node.source}' is used, each value must be written out`);
    return null;
  }

  private scalar({ source = '', type, tag, range }: Scalar): Json {
    if (type !== Scalar.PLAIN || tag !== undefined) return source;
    const value = goScalar(source);
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    this.fault(range?.[0], `the number '${source}' is not finite, which a number of JSON must be`);
    return null;
  }

  private fault(position = 0, problem: string): void {
    this.faults.push(`Line ${this.lines.linePos(position).line}: ${problem}`);
  }
}

function isEmpty(contents: Node | null): boolean {
  return contents === null || (isScalar(contents) && contents.type === Scalar.PLAIN && contents.source === '');
}

function codeOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
