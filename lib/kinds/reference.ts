import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/** One object that another names, and the entry of it where one is meant. */
export interface Reference {
  /** Group and kind as identities have them: `/ConfigMap`, `external-secrets.io/SecretStore`. */
  readonly kind: string;

  /** Undefined for what a cluster has once. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly key?: string;
}

/** A reference to an object of the same namespace; none where there is no name. */
export function beside(manifest: Manifest, kind: string, name: string | undefined, key?: string): Reference[] {
  if (name === undefined) return [];
  return [{ kind, namespace: namespaceOf(manifest), name, ...(key !== undefined && { key }) }];
}
