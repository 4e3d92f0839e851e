import { programKinds } from '../../lib/kinds/index.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json } from '../../lib/yaml/json.ts';
import { edited } from '../checks/fresh.ts';
import { samples } from '../checks/small-world/samples.ts';

describe('the pods of Strimzi', () => {
  test('are found by the labels of their cluster and of their pool', () => {
    expect(labelsOf(samples.KafkaNodePool)).toEqual([
      {
        'strimzi.io/kind': 'Kafka',
        'strimzi.io/name': 'events-kafka',
        'strimzi.io/cluster': 'events',
        'strimzi.io/component-type': 'kafka',
        'strimzi.io/pool-name': 'nodes',
        'strimzi.io/broker-role': 'true',
        'strimzi.io/controller-role': 'true',
        'app.kubernetes.io/name': 'kafka',
        'app.kubernetes.io/instance': 'events',
        'app.kubernetes.io/part-of': 'strimzi-events',
        'app.kubernetes.io/managed-by': 'strimzi-cluster-operator',
      },
    ]);
  });

  test('take over labels of the pool, but for those that Strimzi writes', () => {
    const pool = edited(samples.KafkaNodePool, copy => {
      copy.metadata.labels = { ...copy.metadata.labels, 'team': 'data', 'app.kubernetes.io/version': '1' };
    });

    expect(labelsOf(pool)[0]).toMatchObject({ team: 'data' });
    expect(labelsOf(pool)[0]).not.toHaveProperty(['app.kubernetes.io/version']);
  });

  test('open the ports of their roles', () => {
    const brokers = edited(samples.KafkaNodePool, copy => {
      copy.spec.roles = ['broker'];
    });

    expect(portsOf(samples.KafkaNodePool)).toEqual([8443, 9090, 9091]);
    expect(portsOf(brokers)).toEqual([8443, 9091]);
    expect(labelsOf(brokers)[0]).toMatchObject({
      'strimzi.io/broker-role': 'true',
      'strimzi.io/controller-role': 'false',
    });
  });

  test('of topics and users are there only where they are asked for', () => {
    const bare = edited(samples.Kafka, copy => {
      delete copy.spec.entityOperator;
    });

    expect(labelsOf(samples.Kafka)[0]).toMatchObject({ 'strimzi.io/name': 'events-entity-operator' });
    expect(programKinds.podsOf(bare)).toEqual([]);
  });

  test('without disks have no claims', () => {
    const ephemeral = edited(samples.KafkaNodePool, copy => {
      copy.spec.storage = { type: 'ephemeral' };
    });

    expect(programKinds.podsOf(ephemeral)[0]!.claims).toEqual([]);
  });
});

describe('the pods of CloudNativePG', () => {
  const cluster = {
    'cnpg.io/cluster': 'orders',
    'app.kubernetes.io/name': 'postgresql',
    'app.kubernetes.io/instance': 'orders',
    'app.kubernetes.io/component': 'database',
    'app.kubernetes.io/managed-by': 'cloudnative-pg',
  };

  test('are its instances and the Jobs that prepare them', () => {
    expect(labelsOf(samples.Cluster)).toEqual([
      { ...cluster, 'cnpg.io/podRole': 'instance' },
      { ...cluster, 'cnpg.io/jobRole': 'initdb' },
      { ...cluster, 'cnpg.io/jobRole': 'join' },
    ]);
  });

  test('are joined by none where there is one instance', () => {
    const single = edited(samples.Cluster, copy => {
      copy.spec.instances = 1;
    });

    expect(programKinds.podsOf(single).map(({ title }) => title)).toEqual(['instances', 'initdb job']);
  });

  test('have the labels that the database hands on, but for those of Jobs', () => {
    const labelled = edited(samples.Cluster, copy => {
      copy.spec.inheritedMetadata = { labels: { team: 'data' } };
    });

    expect(labelsOf(labelled).map(labels => (labels as Record<string, Json>).team)).toEqual([
      'data',
      undefined,
      undefined,
    ]);
  });
});

function labelsOf(manifest: Manifest): (Json | undefined)[] {
  return programKinds.podsOf(manifest).map(({ metadata }) => metadata.labels);
}

function portsOf(manifest: Manifest): number[] {
  const [{ spec }] = programKinds.podsOf(manifest) as unknown as [
    { spec: { containers: readonly { ports: readonly { containerPort: number }[] }[] } },
  ];
  return spec.containers.flatMap(({ ports }) => ports.map(({ containerPort }) => containerPort));
}
