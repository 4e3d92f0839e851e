import { isCertified } from '../model/certificate.ts';
import { listAt, textAt } from '../yaml/json-path.ts';
import { certificateKeys } from './certificate-keys.ts';
import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { beside } from './reference.ts';

const networking = {
  group: 'networking.k8s.io',
  versions: ['v1'],
  scope: 'namespaced',
  schema: kubernetes,
  health: 'none',
} as const;

/** Kinds of ways in, and of who may connect to whom. */
export const networkingKinds: readonly Kind[] = [
  {
    ...networking,
    kind: 'Ingress',
    // cert-manager keeps the certificates that it makes in these Secrets; others must be there.
    makes: manifest =>
      isCertified(manifest)
        ? listAt(manifest, 'spec', 'tls').map(tls => ({
            kind: '/Secret',
            name: textAt(tls, 'secretName') ?? '',
            keys: certificateKeys,
          }))
        : [],
    names: manifest =>
      isCertified(manifest)
        ? []
        : listAt(manifest, 'spec', 'tls').flatMap(tls =>
            ['tls.crt', 'tls.key'].flatMap(key => beside(manifest, '/Secret', textAt(tls, 'secretName'), key)),
          ),
    health: 'built-in',
  },
  { ...networking, kind: 'IngressClass', scope: 'cluster' },
  { ...networking, kind: 'IPAddress', scope: 'cluster' },
  { ...networking, kind: 'NetworkPolicy', required: [['spec', 'podSelector']] },
  { ...networking, kind: 'ServiceCIDR', scope: 'cluster' },
];
