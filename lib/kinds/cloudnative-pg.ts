import type { Manifest } from '../model/manifest.ts';
import type { JsonMap } from '../yaml/json.ts';
import { listAt, mapAt, numberAt, textAt, textsAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import type { Made } from './made.ts';
import { byOperator, containerOf } from './pods/by-operator.ts';
import { claimedDisk } from './pods/claimed-disk.ts';
import type { Pods } from './pods/pods.ts';
import { beside } from './reference.ts';
import { postgresCluster } from './schema/cloudnative-pg.ts';

/** Kinds of CloudNativePG, which runs PostgreSQL. The labels are those of its release 1.30. */
export const cloudnativePgKinds: readonly Kind[] = [
  {
    group: 'postgresql.cnpg.io',
    kind: 'Cluster',
    versions: ['v1'],
    scope: 'namespaced',
    schema: postgresCluster,
    pods: byOperator(podsOf),
    names: manifest =>
      [
        textAt(manifest, 'spec', 'superuserSecret', 'name'),
        textAt(manifest, 'spec', 'bootstrap', 'initdb', 'secret', 'name'),
      ].flatMap(name => beside(manifest, '/Secret', name)),
    makes: applicationSecret,
    services: writeService,
    holdsData: 'in-object',
    health: 'built-in',
  },
];

/**
 * An instance is prepared by a Job that ends before the instance starts, and there is one Job at a time: so Jobs take
 * no room besides, but they are pods of their own to policies. What follows the first one copies the first one's data.
 */
function podsOf(manifest: Manifest): Pods[] {
  const instances = numberAt(manifest, 'spec', 'instances') ?? 1;
  const ports = { postgresql: 5432, metrics: 9187, status: 8000 };
  return [
    {
      title: 'instances',
      ...pod(manifest, 'postgres', { 'cnpg.io/podRole': 'instance' }, ports),
      claims: ['storage', 'walStorage']
        .map(name => mapAt(manifest, 'spec', name))
        .flatMap(disk => claimedDisk(textAt(disk, 'size'), textAt(disk, 'storageClass')) ?? []),
      most: (_, scaled) => (scaled ?? instances) + 1, // a quota may still count one when its successor starts
      running: (_, scaled) => scaled ?? instances,
    },
    ...(instances > 1 ? ['initdb', 'join'] : ['initdb']).map(role => ({
      title: `${role} job`,
      ...pod(manifest, role, { 'cnpg.io/jobRole': role }, {}),
      claims: [],
      most: () => 0,
    })),
  ];
}

function pod(
  manifest: Manifest,
  container: string,
  role: JsonMap,
  ports: Readonly<Record<string, number>>,
): Pick<Pods, 'metadata' | 'spec'> {
  const { name } = manifest.metadata;
  const { imageName, resources, imagePullSecrets, priorityClassName } = mapAt(manifest, 'spec');
  const stated = {
    ...(imageName !== undefined && { image: imageName }),
    ...(resources !== undefined && { resources }),
  };
  const labels = {
    'cnpg.io/cluster': name,
    ...role,
    'app.kubernetes.io/name': 'postgresql',
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/managed-by': 'cloudnative-pg',
    // Jobs hand them on to themselves and not to their pods.
    ...(role['cnpg.io/podRole'] !== undefined && textsAt(manifest, 'spec', 'inheritedMetadata', 'labels')),
  };
  return {
    metadata: { labels },
    spec: {
      containers: [containerOf(container, stated, ports)],
      // It runs first and puts the operator's program in place, with the same resources.
      initContainers: [containerOf('bootstrap-controller', resources === undefined ? {} : { resources }, {})],
      imagePullSecrets: listAt(imagePullSecrets),
      ...(priorityClassName !== undefined && role['cnpg.io/podRole'] !== undefined && { priorityClassName }),
    },
  };
}

/** The one that leads to the instance that takes writes; those for reads alone can be left out, and nothing calls them. */
function writeService(manifest: Manifest): Manifest[] {
  const { name } = manifest.metadata;
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...manifest.metadata, name: `${name}-rw`, annotations: {} },
      spec: {
        type: 'ClusterIP',
        selector: { 'cnpg.io/cluster': name, 'cnpg.io/instanceRole': 'primary' },
        ports: [{ name: 'postgres', port: 5432, targetPort: 5432, protocol: 'TCP' }],
      },
    },
  ];
}

const applicationKeys = new Set([
  ...['username', 'user', 'password', 'dbname', 'host', 'port', 'pgpass'],
  ...['uri', 'jdbc-uri', 'fqdn-uri', 'fqdn-jdbc-uri'],
]);

/** What applications log in with, unless somebody else has made it. */
function applicationSecret(manifest: Manifest): Made[] {
  const isGiven = textAt(manifest, 'spec', 'bootstrap', 'initdb', 'secret', 'name') !== undefined;
  return isGiven ? [] : [{ kind: '/Secret', name: `${manifest.metadata.name}-app`, keys: applicationKeys }];
}
