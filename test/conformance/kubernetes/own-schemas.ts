import { readFileSync } from 'node:fs';
import { kinds } from '../../../lib/kinds/index.ts';
import type { Kind } from '../../../lib/kinds/kind.ts';
import type { Schema } from '../../../lib/kinds/schema/schema.ts';
import { documents } from '../platform/documents.ts';
import { differences } from './schema-differences.ts';
import type { Defined } from './schema-differences.ts';

/** A kind whose schema is our own. */
export interface OwnKind extends Kind {
  readonly schema: Schema;
}

/** The part of a CustomResourceDefinition that is read here. */
interface Definition {
  readonly names: { readonly kind: string };
  readonly scope: string;
  readonly versions: readonly {
    readonly name: string;
    readonly served: boolean;
    readonly schema: { readonly openAPIV3Schema: Defined };
  }[];
}

/** Every kind whose schema is our own. */
export const ownKinds: readonly OwnKind[] = kinds.flatMap(kind =>
  kind.schema && !('package' in kind.schema) && !('openApi' in kind.schema) ? [{ ...kind, schema: kind.schema }] : [],
);

/**
 * Where we ask for more than the definitions do, because the operators do: without it they report an error, or make
 * something else than what was meant.
 */
export const stricter: readonly string[] = [
  'kafka.strimzi.io/v1 KafkaNodePool.spec.storage.volumes[].size may be left out',
  'postgresql.cnpg.io/v1 Cluster.spec.storage may be left out',
  'postgresql.cnpg.io/v1 Cluster.spec.storage.size may be left out',
  'postgresql.cnpg.io/v1 Cluster.spec.walStorage.size may be left out',
];

/** How a row differs from what definitions in some files say of its kind. */
export function kindDifferences(kind: OwnKind, files: readonly string[]): string[] {
  const definition = files
    .flatMap(file => documents(readFileSync(file, 'utf8')))
    .map(({ spec }) => spec as unknown as Definition)
    .find(({ names }) => names.kind === kind.kind);
  if (!definition) return [`${kind.group} ${kind.kind} is defined in none of ${files.length} files`];
  const scope = definition.scope === 'Cluster' ? 'cluster' : 'namespaced';
  return [
    ...(kind.scope === scope ? [] : [`${kind.kind} is ${kind.scope}, the definition says ${scope}`]),
    ...kind.versions.flatMap(version => {
      const title = `${kind.group}/${version} ${kind.kind}`;
      const found = definition.versions.find(({ name, served }) => name === version && served);
      return found ? specDifferences(kind.schema, found.schema.openAPIV3Schema, title) : [`${title} is not served`];
    }),
  ];
}

/** All objects have the same metadata, which definitions leave to the API server. */
function specDifferences(own: Schema, real: Defined, title: string): string[] {
  if (!('fields' in own)) return [`${title} has no fields`];
  return differences(own.fields.spec!, real.properties?.spec, `${title}.spec`);
}
