import { readerName } from '../answers/secret-store.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Draft } from '../model/unit.ts';

/**
 * Every entry of Secret Manager that is fetched, and who fetches it: `<entry> <cluster>:<ServiceAccount>`, sorted.
 * The second word is the subject that Google grants the entry to.
 */
export function secretEntries(units: readonly Pick<Draft, 'cluster' | 'manifests'>[]): string[] {
  const lines = units.flatMap(({ cluster, manifests }) =>
    manifests.filter(({ kind }) => kind === 'ExternalSecret').flatMap(manifest => linesOf(manifest, cluster)),
  );
  return [...new Set(lines)].sort();
}

function linesOf({ metadata, spec }: Manifest, cluster: string): string[] {
  const reader = `${cluster}:system:serviceaccount:${metadata.namespace}:${readerName}`;
  return (spec as unknown as ExternalSecretSpec).data.map(({ remoteRef }) => `${remoteRef.key} ${reader}`);
}

interface ExternalSecretSpec {
  readonly data: readonly { readonly remoteRef: { readonly key: string } }[];
}
