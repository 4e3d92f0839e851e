import type { Kind } from './kind.ts';

/** Kinds of CloudNativePG, which runs PostgreSQL. */
export const cloudnativePgKinds: readonly Kind[] = [
  {
    group: 'postgresql.cnpg.io',
    kind: 'Cluster',
    versions: [],
    scope: 'namespaced',
    holdsData: 'in-object',
    health: 'built-in',
  },
];
