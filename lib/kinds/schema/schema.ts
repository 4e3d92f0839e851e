import type { JsonMap } from '../../yaml/json.ts';

/**
 * What a value must be, and through `Value` the type of what it accepts: a construct that renders it is checked by the
 * compiler with the same words that the rendered object is judged by. Strict: fields that are not listed are refused.
 */
export type Schema<Value = unknown> = Shape & {
  /** Never there: only the compiler reads it. */
  readonly accepts?: () => Value;
};

/** What a value must be, as data. The names of types are those of JSON Schema. */
export type Shape =
  | {
      readonly type: 'string';
      readonly pattern?: RegExp;
      readonly values?: readonly string[];
      readonly format?: 'quantity';
    }
  | { readonly type: 'integer'; readonly minimum?: number; readonly maximum?: number }
  | { readonly type: 'boolean' }
  | { readonly type: 'array'; readonly items: Schema; readonly minimum?: number }
  | { readonly type: 'object'; readonly fields: Fields }
  | { readonly type: 'object'; readonly entries: Schema }
  | { readonly type: 'object'; readonly free: true };

/** The fields of an object by their names. */
export type Fields = Readonly<Record<string, Schema | Optional>>;

/** A field that may be left out. */
export type Optional<Value = unknown> = Schema<Value> & { readonly optional: true };

/** The type of what a schema accepts. */
export type TypeOf<S> = S extends { readonly accepts?: () => infer Value } ? Value : never;

/** The type of an object with some fields. */
export type ObjectOf<F extends Fields> = {
  readonly [Name in keyof F as F[Name] extends Optional ? never : Name]: TypeOf<F[Name]>;
} & {
  readonly [Name in keyof F as F[Name] extends Optional ? Name : never]?: TypeOf<F[Name]>;
};

/** Any text, or only what matches: `Text` is its type where that says more. */
export function text<Text extends string = string>(pattern?: RegExp): Schema<Text> {
  return { type: 'string', ...(pattern && { pattern }) };
}

/** A quantity of Kubernetes, which `Text` is a type of. */
export function quantity<Text extends string>(): Schema<Text> {
  return { type: 'string', format: 'quantity' };
}

/** One of some texts. */
export function oneOf<const Texts extends readonly string[]>(...values: Texts): Schema<Texts[number]> {
  return { type: 'string', values };
}

/** A whole number, and its bounds. */
export function integer(bounds: { readonly minimum?: number; readonly maximum?: number } = {}): Schema<number> {
  return { type: 'integer', ...bounds };
}

/** True or false. */
export function flag(): Schema<boolean> {
  return { type: 'boolean' };
}

/** A list of one sort of items, and how many it must have at least. */
export function listOf<Item>(items: Schema<Item>, bounds: { readonly minimum?: number } = {}): Schema<readonly Item[]> {
  return { type: 'array', items, ...bounds };
}

/** A map whose keys are the writer's own. */
export function mapOf<Entry>(entries: Schema<Entry>): Schema<Readonly<Record<string, Entry>>> {
  return { type: 'object', entries };
}

/** An object that has these fields and no others. */
export function object<const F extends Fields>(fields: F): Schema<ObjectOf<F>> {
  return { type: 'object', fields };
}

/** A map that nobody here judges, because an operator hands it on unread. */
export function free(): Schema<JsonMap> {
  return { type: 'object', free: true };
}

/** A field that may be left out. */
export function optional<Value>(schema: Schema<Value>): Optional<Value> {
  return { ...schema, optional: true };
}
