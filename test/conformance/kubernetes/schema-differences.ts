import type { Fields, Schema } from '../../../lib/kinds/schema/schema.ts';

/** A part of the schema of a CustomResourceDefinition. */
export interface Defined {
  readonly 'type'?: string;
  readonly 'properties'?: Readonly<Record<string, Defined>>;
  readonly 'required'?: readonly string[];
  readonly 'items'?: Defined;
  readonly 'additionalProperties'?: Defined;
  readonly 'enum'?: readonly string[];
  readonly 'pattern'?: string;
  readonly 'minimum'?: number;
  readonly 'maximum'?: number;
  readonly 'minItems'?: number;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
}

/**
 * Where a schema of our own accepts what the definition refuses, or asks for what the definition does not know. It may
 * know fewer fields and fewer values.
 *
 * @param path of the part in the object
 * @returns one sentence for each difference
 */
export function differences(own: Schema, real: Defined | undefined, path: string): string[] {
  if (!real) return [`${path} is in no definition`];
  if (real['x-kubernetes-int-or-string'] && (own.type === 'integer' || own.type === 'string')) return [];
  if (own.type !== real.type) return [`${path} is of type '${own.type}', the definition has '${String(real.type)}'`];
  switch (own.type) {
    case 'array':
      return [
        ...bound(path, 'minimum', own.minimum, real.minItems, (mine, theirs) => mine >= theirs),
        ...differences(own.items, real.items, `${path}[]`),
      ];
    case 'object':
      if ('fields' in own) return ofFields(own.fields, real, path);
      if ('entries' in own) return differences(own.entries, real.additionalProperties, `${path}.*`);
      return real['x-kubernetes-preserve-unknown-fields'] ? [] : [`${path} is free, the definition judges it`];
    case 'string':
      return ofText(own, real, path);
    case 'integer':
      return [
        ...bound(path, 'minimum', own.minimum, real.minimum, (mine, theirs) => mine >= theirs),
        ...bound(path, 'maximum', own.maximum, real.maximum, (mine, theirs) => mine <= theirs),
      ];
    default:
      return [];
  }
}

function ofFields(fields: Fields, real: Defined, path: string): string[] {
  const own = Object.entries(fields);
  const required = own.filter(([, schema]) => !('optional' in schema)).map(([name]) => name);
  const known = new Set(real.required ?? []);
  return [
    ...[...known].filter(name => !required.includes(name)).map(name => `${path}.${name} may not be left out`),
    // The entries of a map may all be left out, so a field that stands for one must be optional.
    ...required.filter(name => !known.has(name)).map(name => `${path}.${name} may be left out`),
    ...own.flatMap(([name, schema]) =>
      differences(schema, real.properties?.[name] ?? real.additionalProperties, `${path}.${name}`),
    ),
  ];
}

function ofText(own: Schema & { readonly type: 'string' }, real: Defined, path: string): string[] {
  if (real.enum) {
    const unknown = own.values?.filter(value => !real.enum!.includes(value));
    if (!unknown) return [`${path} is any text, the definition allows ${real.enum.join(', ')}`];
    return unknown.map(value => `${path} may be '${value}', the definition does not know it`);
  }
  if (real.pattern === undefined) return [];
  if (own.values) {
    const pattern = new RegExp(real.pattern);
    return own.values.filter(value => !pattern.test(value)).map(value => `${path} may be '${value}', which is refused`);
  }
  return own.pattern?.source === real.pattern ? [] : [`${path} has another pattern than ${real.pattern}`];
}

function bound(
  path: string,
  name: string,
  own: number | undefined,
  real: number | undefined,
  holds: (own: number, real: number) => boolean,
): string[] {
  if (real === undefined || (own !== undefined && holds(own, real))) return [];
  return [`${path} has the ${name} ${String(own)}, the definition has ${real}`];
}
