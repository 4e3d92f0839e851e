import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import type { JsonMap } from '../yaml/json.ts';
import { at, listAt, mapAt, numberAt, textAt, textsAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { byOperator, containerOf } from './pods/by-operator.ts';
import { claimedDisk } from './pods/claimed-disk.ts';
import type { Pods } from './pods/pods.ts';
import { beside } from './reference.ts';
import { kafka, kafkaNodePool, kafkaTopic } from './schema/strimzi.ts';

const group = 'kafka.strimzi.io';
const clusterLabel = 'strimzi.io/cluster';
const row = { group, versions: ['v1'], scope: 'namespaced', holdsData: 'in-object' } as const;
const ofCluster = {
  ...row,
  required: [['metadata', 'labels', clusterLabel]],
  names: (manifest: Manifest) =>
    beside(manifest, `${group}/Kafka`, textAt(manifest, 'metadata', 'labels', clusterLabel)),
};

/** Kinds of Strimzi, which runs Kafka. The labels are those of its release 1.2. */
export const strimziKinds: readonly Kind[] = [
  {
    ...row,
    kind: 'Kafka',
    schema: kafka,
    pods: byOperator(entityOperatorPods),
    makes: ({ metadata: { name } }) => [
      { kind: '/Secret', name: `${name}-cluster-ca-cert`, keys: new Set(['ca.crt', 'ca.p12', 'ca.password']) },
    ],
    health: 'built-in',
  },
  { ...ofCluster, kind: 'KafkaNodePool', schema: kafkaNodePool, pods: byOperator(poolPods), health: 'none' },
  { ...ofCluster, kind: 'KafkaTopic', schema: kafkaTopic, health: 'built-in' },
];

/** One pod that keeps topics and users. It stops before it starts anew, and a quota may still count it then. */
function entityOperatorPods(manifest: Manifest): Pods[] {
  const operators = mapAt(manifest, 'spec', 'entityOperator');
  const { topicOperator, userOperator } = operators;
  const containers = [
    ...(topicOperator === undefined
      ? []
      : [containerOf('topic-operator', mapAt(topicOperator), { 'healthcheck-to': 8080 })]),
    ...(userOperator === undefined
      ? []
      : [containerOf('user-operator', mapAt(userOperator), { 'healthcheck-uo': 8081 })]),
  ];
  if (containers.length === 0) return [];
  const labels = labelsOf(manifest, manifest.metadata.name, 'entity-operator');
  const [most, running] = [() => 2, () => 1];
  return [{ title: 'entity operator', metadata: { labels }, spec: { containers }, claims: [], most, running }];
}

/** Strimzi restarts the nodes of a pool one after the other; a quota may still count one when its successor starts. */
function poolPods(manifest: Manifest): Pods[] {
  const spec = mapAt(manifest, 'spec');
  const roles = listAt(spec, 'roles');
  const running = (_: Cluster, scaled?: number): number => scaled ?? numberAt(spec, 'replicas') ?? 0;
  const [isBroker, isController] = [roles.includes('broker'), roles.includes('controller')];
  const labels = {
    ...labelsOf(manifest, textAt(manifest, 'metadata', 'labels', clusterLabel) ?? '', 'kafka'),
    'strimzi.io/pool-name': manifest.metadata.name,
    'strimzi.io/broker-role': String(isBroker),
    'strimzi.io/controller-role': String(isController),
  };
  const ports = {
    'tcp-kafkaagent': 8443,
    ...(isController && { 'tcp-ctrlplane': 9090 }),
    ...(isBroker && { 'tcp-replication': 9091 }),
  };
  return [
    {
      metadata: { labels },
      spec: { containers: [containerOf('kafka', spec, ports)] },
      claims: listAt(spec, 'storage', 'volumes').flatMap(volume =>
        at(volume, 'type') === 'persistent-claim'
          ? (claimedDisk(textAt(volume, 'size'), textAt(volume, 'class')) ?? [])
          : [],
      ),
      most: (cluster, scaled) => running(cluster, scaled) + 1,
      running,
    },
  ];
}

/** Labels of the custom resource are handed on, but for those that Strimzi writes itself. */
function labelsOf(manifest: Manifest, cluster: string, component: string): JsonMap {
  const own = Object.entries(textsAt(manifest, 'metadata', 'labels'));
  return {
    ...Object.fromEntries(own.filter(([key]) => !key.startsWith('app.kubernetes.io/'))),
    'strimzi.io/kind': 'Kafka',
    'strimzi.io/name': `${cluster}-${component}`,
    [clusterLabel]: cluster,
    'strimzi.io/component-type': component,
    'app.kubernetes.io/name': component,
    'app.kubernetes.io/instance': cluster,
    'app.kubernetes.io/part-of': `strimzi-${cluster}`,
    'app.kubernetes.io/managed-by': 'strimzi-cluster-operator',
  };
}
