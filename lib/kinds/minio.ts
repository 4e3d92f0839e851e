import type { Kind } from './kind.ts';

/** Kinds of the MinIO operator. */
export const minioKinds: readonly Kind[] = [
  {
    group: 'minio.min.io',
    kind: 'Tenant',
    versions: [],
    scope: 'namespaced',
    holdsData: 'in-object',
    health: 'built-in',
  },
];
