import { textAt } from '../yaml/json-path.ts';
import { certificateKeys } from './certificate-keys.ts';
import type { Kind } from './kind.ts';
import { certManager } from './packages.ts';

const row = {
  group: 'cert-manager.io',
  versions: ['v1'],
  scope: 'namespaced',
  schema: certManager,
  health: 'built-in',
} as const;

/** Kinds of cert-manager. */
export const certManagerKinds: readonly Kind[] = [
  {
    ...row,
    kind: 'Certificate',
    makes: manifest => [{ kind: '/Secret', name: textAt(manifest, 'spec', 'secretName') ?? '', keys: certificateKeys }],
  },
  { ...row, kind: 'ClusterIssuer', scope: 'cluster' },
  { ...row, kind: 'Issuer' },
];
