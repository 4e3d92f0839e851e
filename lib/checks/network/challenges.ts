import type { Cluster } from '../../model/cluster.ts';
import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { mapAt } from '../../yaml/json-path.ts';
import { givenPod } from './known-pods.ts';
import type { Pod } from './pod.ts';

// Stated here a second time on purpose: a proof must not read what it is to prove from where that was made.

/** The port on which pods that answer for certificates listen. */
export const challengePort = 8089;

const labels = { 'acme.cert-manager.io/http01-solver': 'true' };

/**
 * The pods that cert-manager starts to answer for certificates, under the first Ingress of their namespace that gets one.
 * None on clusters without an ingress controller or without cert-manager.
 */
export function challengePodsOf(manifests: readonly Manifest[], { ingress, operators }: Cluster): Map<Manifest, Pod> {
  const first = new Map<string, Manifest>();
  if (ingress === undefined || !operators.includes('cert-manager')) return new Map();
  for (const manifest of manifests.filter(getsCertificate)) {
    const namespace = namespaceOf(manifest) ?? '';
    if (!first.has(namespace)) first.set(namespace, manifest);
  }
  return new Map(
    [...first].map(([namespace, manifest]) => [
      manifest,
      givenPod(`the certificate challenges of namespace '${namespace}'`, { namespace, labels }),
    ]),
  );
}

function getsCertificate({ kind, metadata }: Manifest): boolean {
  const annotations = Object.keys(mapAt(metadata, 'annotations'));
  return kind === 'Ingress' && annotations.some(key => /^cert-manager\.io\/(cluster-)?issuer$/.test(key));
}
