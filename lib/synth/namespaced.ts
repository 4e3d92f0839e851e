import type { Manifest } from './manifest.ts';

/** What Kustomize makes of a set of objects under `namespace:`. */
export function inNamespace(manifests: readonly Manifest[], namespace: string): Manifest[] {
  return manifests.map((manifest) => ({ ...manifest, metadata: { ...manifest.metadata, namespace } }));
}
