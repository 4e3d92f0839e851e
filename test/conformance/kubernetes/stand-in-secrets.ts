import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';

/** The part of an ExternalSecret that decides the Secret. */
interface Wanted {
  readonly data: readonly { readonly secretKey: string; readonly remoteRef: { readonly key: string } }[];
  readonly target: {
    readonly name: string;
    readonly template?: {
      readonly type?: string;
      readonly data?: Readonly<Record<string, string>>;
      readonly metadata?: { readonly labels?: JsonMap };
    };
  };
}

/** The Secret that an ExternalSecret asks for; undefined when an entry of it does not exist. */
export function secretOf(
  { metadata, spec }: Manifest,
  entries: Readonly<Record<string, string>>,
): Manifest | undefined {
  const {
    data,
    target: { name, template = {} },
  } = spec as unknown as Wanted;
  const values = new Map(data.map(({ secretKey, remoteRef }) => [secretKey, entries[remoteRef.key]]));
  if ([...values.values()].includes(undefined)) return undefined;

  return {
    apiVersion: 'v1',
    kind: 'Secret',
    ...(template.type !== undefined && { type: template.type }),
    metadata: { name, namespace: String(metadata['namespace']), labels: template.metadata?.labels ?? {} },
    stringData:
      template.data === undefined
        ? (Object.fromEntries(values) as JsonMap)
        : Object.fromEntries(Object.entries(template.data).map(([key, text]) => [key, filled(text, values)])),
  };
}

/** The forms that templates here take: a value, trimmed, and as JSON where it is a part of one. */
function filled(text: string, values: ReadonlyMap<string, string | undefined>): string {
  const form = /\{\{ (?:\.(\w+)|index \. "([\w-]+)") \| trim( \| toJson)? \}\}/g;
  return text.replace(form, (_, plain: string | undefined, quoted: string | undefined, json: string | undefined) => {
    const key = plain ?? quoted!;
    const value = values.get(key)?.trim();
    if (value === undefined) throw new Error(`template: '${key}' is no key of the secret, must be one`);
    return json === undefined ? value : JSON.stringify(value);
  });
}
