import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonMap } from '../../../lib/yaml/json.ts';
import { isMap } from '../../../lib/yaml/json.ts';
import type { Api } from '../kubernetes/api.ts';
import { outcome } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';
import type { JudgeFinding } from './finding.ts';

/** What kubeconform finds in the files of a folder. An object without a schema is a finding, too. */
export async function kubeconform(folder: string, schemas: string): Promise<JudgeFinding[]> {
  const { stdout, stderr } = await outcome(tool('kubeconform'), [
    '-strict',
    '-output',
    'json',
    '-summary',
    '-schema-location',
    join(schemas, '{{.Group}}.{{.ResourceAPIVersion}}.{{.ResourceKind}}.json'),
    folder,
  ]);
  if (!stdout.startsWith('{')) throw new Error(`kubeconform: judged nothing: ${stderr}`);

  const { resources, summary } = JSON.parse(stdout) as Verdict;
  if (summary.valid + summary.invalid + summary.errors === 0) throw new Error('kubeconform: judged nothing');
  return (resources ?? []).map(({ kind, name, status, msg }) => ({
    judge: 'kubeconform',
    check: status,
    object: `${kind}//${name}`,
    text: msg,
  }));
}

interface Verdict {
  readonly summary: { readonly valid: number; readonly invalid: number; readonly errors: number };
  readonly resources?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly status: string;
    readonly msg: string;
  }[];
}

/** Writes a schema for each kind that an API server says it knows, into a folder. */
export async function writeSchemas(api: Api, folder: string): Promise<void> {
  const { definitions } = (await api.get('/openapi/v2')) as { definitions: Record<string, JsonMap> };
  mkdirSync(folder, { recursive: true });
  for (const [name, definition] of Object.entries(definitions)) {
    const kinds = (definition['x-kubernetes-group-version-kind'] ?? []) as unknown as readonly Record<string, string>[];
    for (const { group = '', version = '', kind = '' } of kinds) {
      const needed = reachable(name, definitions);
      const schema = { $ref: `#/definitions/${name}`, definitions: Object.fromEntries(needed) };
      // The core group has no name, and kubeconform then gives its version.
      writeFileSync(join(folder, `${group || version}.${version}.${kind.toLowerCase()}.json`), JSON.stringify(schema));
    }
  }
}

function reachable(start: string, definitions: Readonly<Record<string, JsonMap>>): Map<string, Json> {
  const found = new Map<string, Json>();
  const open = [start];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const definition = definitions[name] ?? {};
    found.set(name, strict(definition));
    open.push(...[...JSON.stringify(definition).matchAll(/"#\/definitions\/([^"]+)"/g)].map(([, next = '']) => next));
  }
  return found;
}

/** A server's schema lets unknown fields through; a judge must not. */
function strict(schema: Json): Json {
  if (Array.isArray(schema)) return (schema as readonly Json[]).map(strict);
  if (!isMap(schema)) return schema;
  if (schema['format'] === 'int-or-string') return { type: ['integer', 'string'] };

  const inner = mapped(schema, (value, key) =>
    // These are names of fields, which may be called like words of a schema.
    key === 'properties' && isMap(value) ? mapped(value, strict) : strict(value),
  );
  const open = 'additionalProperties' in schema || schema['x-kubernetes-preserve-unknown-fields'] === true;
  return isMap(schema['properties']) && !open ? { ...inner, additionalProperties: false } : inner;
}

function mapped(map: JsonMap, change: (value: Json, key: string) => Json): JsonMap {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value, key)]));
}
