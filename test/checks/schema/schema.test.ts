import fc from 'fast-check';
import { loadSchemas } from '../../../lib/checks/schema/schemas.ts';
import { programKinds } from '../../../lib/kinds/index.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { edited } from '../fresh.ts';
import type { Loose } from '../fresh.ts';
import { allSamples, clusterSamples, samples } from '../small-world/samples.ts';

const schemas = await loadSchemas([{ manifests: allSamples }], programKinds);

describe('a schema', () => {
  test.each(allSamples)('accepts a valid $kind, frozen', sample => {
    expect(schemas.problemsOf(frozen(structuredClone(sample)))).toEqual([]);
  });

  test.each<[string, Manifest, (copy: Loose) => void, string]>([
    [
      'text for a number',
      samples.Deployment,
      copy => {
        container(copy).ports[0].containerPort = '8080';
      },
      "spec.template.spec.containers[0].ports[0].containerPort ('8080') must be an integer",
    ],
    [
      'a number for text',
      samples.ConfigMap,
      copy => {
        copy.data['a.yaml'] = 5;
      },
      "data['a.yaml'] (5) must be a string",
    ],
    [
      'a list for a map',
      samples.Deployment,
      copy => {
        copy.spec.selector = ['api'];
      },
      "spec.selector (['api']) must be a map",
    ],
    [
      'a map for a list',
      samples.Service,
      copy => {
        copy.spec.ports = { port: 80 };
      },
      "spec.ports ({'port':80}) must be a list",
    ],
    [
      'a value of no alternative',
      samples.Service,
      copy => {
        copy.spec.ports[0].targetPort = true;
      },
      'spec.ports[0].targetPort (true) must be a string or an integer',
    ],
    [
      'a word of no enumeration',
      samples.Service,
      copy => {
        copy.spec.ports[0].protocol = 'HTTP';
      },
      "spec.ports[0].protocol ('HTTP') must be one of 'SCTP', 'TCP', 'UDP'",
    ],
    [
      'a missing field',
      samples.Deployment,
      copy => {
        delete copy.spec.selector;
      },
      'spec.selector is missing',
    ],
    [
      'a field that only API servers ask for',
      clusterSamples.PriorityClass,
      copy => {
        delete copy.value;
      },
      'value is missing',
    ],
    [
      'no quantity',
      samples.PersistentVolumeClaim,
      copy => {
        copy.spec.resources.requests.storage = '1 GB';
      },
      "spec.resources.requests.storage ('1 GB') must be a quantity such as '500m' or '2Gi'",
    ],
    [
      'a misspelt field',
      samples.Deployment,
      copy => {
        copy.spec.template.spec.serviceAcountName = 'api';
      },
      'spec.template.spec.serviceAcountName is unknown, the kind has no such field',
    ],
    [
      'a field one level too high',
      samples.HorizontalPodAutoscaler,
      copy => {
        copy.minReplicas = 1;
      },
      'minReplicas is unknown, the kind has no such field',
    ],
    [
      'an unknown field beside a wrong one',
      samples.Service,
      copy => {
        copy.spec.type = 5;
        copy.spec.port = 80;
      },
      'spec.port is unknown, the kind has no such field',
    ],
    [
      'null for a field',
      samples.Deployment,
      copy => {
        copy.spec.replicas = null;
      },
      'spec.replicas is null, it must have a value or be left out',
    ],
    [
      'null in a list',
      samples.Deployment,
      copy => {
        container(copy).command = ['a', null];
      },
      'spec.template.spec.containers[0].command[1] (null) must be a string',
    ],
    [
      'an unknown field of a custom resource',
      samples.Application,
      copy => {
        copy.spec.source.revision = 'main';
      },
      'spec.source.revision is unknown, the kind has no such field',
    ],
    [
      'an unknown field in one without a model',
      samples.SecretStore,
      copy => {
        federation(copy).audiences = '//x';
      },
      'spec.provider.gcpsm.auth.workloadIdentityFederation.audiences is unknown, the kind has no such field',
    ],
    [
      'a wrong type there',
      samples.SecretStore,
      copy => {
        federation(copy).serviceAccountRef.audiences = 'x';
      },
      "spec.provider.gcpsm.auth.workloadIdentityFederation.serviceAccountRef.audiences ('x') must be a list",
    ],
    [
      'an unknown field of one with a schema of our own',
      samples.KafkaNodePool,
      copy => {
        copy.spec.storage.volumes[1].sizes = '1Gi';
      },
      'spec.storage.volumes[1].sizes is unknown, the kind has no such field',
    ],
    [
      'a wrong type there',
      samples.KafkaNodePool,
      copy => {
        copy.spec.replicas = '3';
      },
      "spec.replicas ('3') must be an integer",
    ],
    [
      'a fraction there',
      samples.KafkaNodePool,
      copy => {
        copy.spec.replicas = 1.5;
      },
      'spec.replicas (1.5) must be an integer',
    ],
    [
      'a list for a map there',
      samples.Cluster,
      copy => {
        copy.spec.postgresql.parameters = ['max_connections'];
      },
      "spec.postgresql.parameters (['max_connections']) must be a map",
    ],
    [
      'a map for a list there',
      samples.Kafka,
      copy => {
        copy.spec.kafka.listeners = {};
      },
      'spec.kafka.listeners ({}) must be a list',
    ],
    [
      'a wrong entry of a map there',
      samples.Cluster,
      copy => {
        copy.spec.postgresql.parameters.max_connections = 200;
      },
      'spec.postgresql.parameters.max_connections (200) must be a string',
    ],
    [
      'a word of no enumeration there',
      samples.KafkaNodePool,
      copy => {
        copy.spec.roles[1] = 'brokre';
      },
      "spec.roles[1] ('brokre') must be one of 'controller', 'broker'",
    ],
    [
      'a missing field there',
      samples.KafkaNodePool,
      copy => {
        delete copy.spec.storage.volumes[0].size;
      },
      'spec.storage.volumes[0].size is missing',
    ],
    [
      'text of another form there',
      samples.Cluster,
      copy => {
        copy.spec.storage.size = '10GB';
      },
      "spec.storage.size ('10GB') must be a quantity such as '500m' or '2Gi'",
    ],
    [
      'too small a number there',
      samples.Kafka,
      copy => {
        copy.spec.kafka.listeners[0].port = 80;
      },
      'spec.kafka.listeners[0].port (80) must be at least 9092',
    ],
    [
      'too large a number there',
      samples.KafkaTopic,
      copy => {
        copy.spec.replicas = 40000;
      },
      'spec.replicas (40000) must be at most 32767',
    ],
    [
      'too short a list there',
      samples.Kafka,
      copy => {
        copy.spec.kafka.listeners = [];
      },
      'spec.kafka.listeners ([]) must have at least 1 items',
    ],
    [
      'null there',
      samples.Kafka,
      copy => {
        copy.spec.entityOperator.topicOperator = null;
      },
      'spec.entityOperator.topicOperator is null, it must have a value or be left out',
    ],
    [
      'a label that its operator asks for',
      samples.KafkaNodePool,
      copy => {
        delete copy.metadata.labels['strimzi.io/cluster'];
      },
      "metadata.labels['strimzi.io/cluster'] is missing",
    ],
  ])('finds %s', (_, sample, edit, problem) => {
    expect(schemas.problemsOf(edited(sample, edit))).toContain(problem);
  });

  test('leaves alone what a kind leaves free, nulls included', () => {
    const free = edited(samples.Application, copy => {
      copy.spec.source.helm.valuesObject = { a: { b: [null, 1] } };
    });
    const ours = edited(samples.Kafka, copy => {
      copy.spec.kafka.config = { a: { b: [null, 1] } };
    });

    expect(schemas.problemsOf(free)).toEqual([]);
    expect(schemas.problemsOf(ours)).toEqual([]);
  });

  test('finds an unknown field wherever it is, whatever was judged before', () => {
    const kinds = allSamples
      .filter(({ kind }) => kind !== 'SecretStore')
      .map(sample => ({
        sample,
        places: knownObjects(sample),
      }));

    fc.assert(
      fc.property(fc.constantFrom(...kinds), fc.nat(), fc.boolean(), ({ sample, places }, index, wrong) => {
        const path = places[index % places.length]!;
        const broken = edited(sample, copy => {
          follow(copy, path)['unkown'] = wrong ? null : { deep: 'value' };
        });

        expect(schemas.problemsOf(broken).join()).toContain('unkown is unknown');
        expect(schemas.problemsOf(sample)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a kind', () => {
  test.each([
    ['that no API has', { apiVersion: 'apps/v1', kind: 'Deployed' }],
    ['of a version that is no longer served', { apiVersion: 'policy/v1beta1', kind: 'PodDisruptionBudget' }],
    ['of a version that its operator no longer serves', { apiVersion: 'kafka.strimzi.io/v1beta2', kind: 'Kafka' }],
    ['of which only the scope is known', { apiVersion: 'snapshot.storage.k8s.io/v1', kind: 'VolumeSnapshotClass' }],
    ['whose group has no schemas', { apiVersion: 'example.com/v1', kind: 'Thing' }],
    ['that is only a part of others', { apiVersion: 'apps/v1', kind: 'DeploymentSpec' }],
    ['that is a path', { apiVersion: 'apps/v1', kind: '../v1beta1/Deployment' }],
  ])('%s is refused', async (_, facts) => {
    const manifest = { ...facts, metadata: { name: 'x' } };
    const { problemsOf } = await loadSchemas([{ manifests: [manifest] }], programKinds);

    const kind = `${facts.apiVersion} ${facts.kind}`;
    expect(problemsOf(manifest)).toEqual([
      `is of kind '${kind}', which must be one that the clusters serve and whose schema is known`,
    ]);
  });

  test('is not learned from an object that is broken', async () => {
    const broken = edited(samples.Deployment, copy => {
      copy.spec.strategy = [];
    });
    const misspelt = edited(samples.Deployment, copy => {
      copy.spec.strategy.tpye = 'Recreate';
    });
    const { problemsOf } = await loadSchemas([{ manifests: [broken] }], programKinds);

    expect(problemsOf(broken)).toEqual(['spec.strategy ([]) must be a map']);
    expect(problemsOf(misspelt)).toEqual(['spec.strategy.tpye is unknown, the kind has no such field']);
  });

  test('is judged by its own schema even when its first object is broken', async () => {
    const broken = edited(clusterSamples.PriorityClass, copy => {
      copy.value = {};
      copy.valeu = 1;
    });
    const { problemsOf } = await loadSchemas([{ manifests: [broken] }], programKinds);

    expect(problemsOf(broken)).toEqual([
      'value ({}) must be an integer',
      'valeu is unknown, the kind has no such field',
    ]);
    expect(problemsOf(clusterSamples.PriorityClass)).toEqual([]);
  });
});

function container(copy: Loose): Loose {
  return copy.spec.template.spec.containers[0];
}

function federation(copy: Loose): Loose {
  return copy.spec.provider.gcpsm.auth.workloadIdentityFederation;
}

// Maps whose keys are the writer's own, and values that Argo CD hands on to Helm unread.
const maps =
  /\/(labels|annotations|matchLabels|selector|data|requests|limits|valuesObject|config|parameters)(\/|$)|\/triggers\/\d+\/metadata/;

/** Paths of all objects with fields of their own. */
function knownObjects(value: Json, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, child]) => knownObjects(child as Json, `${path}/${key}`));
  const isFields =
    !Array.isArray(value) && (!maps.test(path) || (path.endsWith('/selector') && 'matchLabels' in value));
  return isFields ? [path, ...below] : below;
}

function follow(root: Loose, path: string): Loose {
  return path
    .split('/')
    .slice(1)
    .reduce((value, key) => value[key], root);
}

function frozen<T extends object>(value: T): T {
  for (const child of Object.values(value)) if (typeof child === 'object' && child !== null) frozen(child as object);
  return Object.freeze(value);
}
