import { grouped } from '../../model/grouped.ts';
import type { Json, JsonMap } from '../../yaml/json.ts';
import { pathText, valueText } from './path-text.ts';

/** What a compiled validator reports: a value's path, the keyword that it breaks, and the keyword's operands. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An error of the value at a path. */
export function errorAt(path: readonly string[], keyword: string, params: SchemaError['params']): SchemaError {
  const pointer = path.map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
  return { instancePath: pointer, keyword, params };
}

/** Errors in words: the path, the value, and what must hold. One sentence for each value at fault. */
export function sentences(errors: readonly SchemaError[], manifest: JsonMap): string[] {
  const byPath = grouped(errors, error => (error.keyword === 'required' ? missingPath(error) : error.instancePath));
  return [...byPath].map(([pointer, found]) => {
    const path = keysOf(pointer);
    if (found[0]!.keyword === 'required') return `${pathText(path)} is missing`;
    return `${pathText(path)} (${valueText(valueAt(manifest, path))}) must ${musts(found).join(' and ')}`;
  });
}

function missingPath({ instancePath, params }: SchemaError): string {
  return `${instancePath}/${String(params.missingProperty).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** A value of alternatives breaks each of them, which reads as one requirement. */
function musts(errors: readonly SchemaError[]): string[] {
  const relevant = errors.filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf');
  const types = relevant.filter(({ keyword }) => keyword === 'type').map(({ params }) => noun(String(params.type)));
  const others = relevant.filter(({ keyword }) => keyword !== 'type').map(must);
  // A text that is no quantity is no number either, but it is the text that people meant.
  if (others.length > 0) return [...new Set(others)];
  return [`be ${[...new Set(types)].join(' or ')}`];
}

function must({ keyword, params }: SchemaError): string {
  const words = wordings[keyword];
  return words ? words(params) : `satisfy '${keyword}' ${JSON.stringify(params)}`;
}

const wordings: Readonly<Record<string, (params: SchemaError['params']) => string>> = {
  enum: ({ allowedValues }) => `be one of ${(allowedValues as unknown[]).map(each => `'${String(each)}'`).join(', ')}`,
  format: ({ format }) => formatWording(String(format)),
  pattern: ({ pattern }) => `match ${String(pattern)}`,
  minimum: ({ limit }) => `be at least ${String(limit)}`,
  maximum: ({ limit }) => `be at most ${String(limit)}`,
  exclusiveMinimum: ({ limit }) => `be more than ${String(limit)}`,
  exclusiveMaximum: ({ limit }) => `be less than ${String(limit)}`,
  multipleOf: ({ multipleOf }) => `be a multiple of ${String(multipleOf)}`,
  minLength: ({ limit }) => `have at least ${String(limit)} characters`,
  maxLength: ({ limit }) => `have at most ${String(limit)} characters`,
  minItems: ({ limit }) => `have at least ${String(limit)} items`,
  maxItems: ({ limit }) => `have at most ${String(limit)} items`,
  minProperties: ({ limit }) => `have at least ${String(limit)} entries`,
  maxProperties: ({ limit }) => `have at most ${String(limit)} entries`,
};

function formatWording(format: string): string {
  if (format === 'quantity') return "be a quantity such as '500m' or '2Gi'";
  if (format === 'byte') return 'be base64';
  if (/^int(32|64)$/.test(format)) return `be a whole number of ${format.slice(3)} bits`;
  return `be a value of format ${format}`;
}

function noun(type: string): string {
  if (type === 'object') return 'a map';
  if (type === 'array') return 'a list';
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function keysOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function valueAt(root: JsonMap, path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((value, key) => (value as JsonMap | undefined)?.[key], root);
}
