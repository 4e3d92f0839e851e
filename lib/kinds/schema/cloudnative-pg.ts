import { customObject } from './custom-object.ts';
import { resources, storageSize } from './resources.ts';
import { flag, integer, listOf, mapOf, object, oneOf, optional, text } from './schema.ts';
import type { TypeOf } from './schema.ts';

const named = object({ name: text() });
const storage = object({ size: storageSize, storageClass: optional(text()) });

/** A PostgreSQL database with its replicas. */
export const postgresCluster = customObject(
  'postgresql.cnpg.io/v1',
  'Cluster',
  object({
    instances: integer({ minimum: 1 }),
    imageName: optional(text()),
    imagePullSecrets: optional(listOf(named)),
    priorityClassName: optional(text()),
    inheritedMetadata: optional(object({ labels: optional(mapOf(text())), annotations: optional(mapOf(text())) })),
    enablePDB: optional(flag()),
    affinity: optional(
      object({
        enablePodAntiAffinity: optional(flag()),
        topologyKey: optional(text()),
        podAntiAffinityType: optional(oneOf('preferred', 'required')),
      }),
    ),
    managed: optional(
      object({ services: optional(object({ disabledDefaultServices: optional(listOf(oneOf('r', 'ro'))) })) }),
    ),
    storage,
    walStorage: optional(storage),
    resources: optional(resources),
    enableSuperuserAccess: optional(flag()),
    superuserSecret: optional(named),
    bootstrap: optional(
      object({
        initdb: optional(
          object({
            database: optional(text()),
            owner: optional(text()),
            secret: optional(named),
            dataChecksums: optional(flag()),
            postInitApplicationSQL: optional(listOf(text())),
          }),
        ),
      }),
    ),
    postgresql: optional(object({ parameters: optional(mapOf(text())), pg_hba: optional(listOf(text())) })),
  }),
);

/** A PostgreSQL database, as constructs render it. */
export type PostgresCluster = TypeOf<typeof postgresCluster>;
