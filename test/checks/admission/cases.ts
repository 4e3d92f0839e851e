import type { Cases } from '../case.ts';
import {
  container,
  data,
  deployment,
  files,
  foundation,
  policy,
  security,
  service,
  shop,
  shopName,
  template,
} from '../edits.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { samples } from '../small-world/samples.ts';
import type { EditableWorld } from '../small-world/small-world.ts';

/** What an API server would refuse. */
export const refusedCases: Cases = {
  'valid-schema': [
    [
      'a misspelt field',
      world => {
        deployment(world).spec.replica = 1;
      },
      'spec.replica is unknown',
    ],
    [
      'a kind without a schema',
      world => world.add(shop, { ...samples.ConfigMap, kind: 'ConfigMaps', metadata: shopName('x') }),
      "is of kind 'v1 ConfigMaps'",
    ],
  ],
  'valid-name': [
    [
      'an upper-case name',
      world => {
        world.object(shop, 'PersistentVolumeClaim').metadata.name = 'Api';
      },
      "is named 'Api'",
    ],
    [
      'a Service that begins with a digit',
      world => {
        world.object(data, 'Service', 'api-pods').metadata.name = '1api';
      },
      "is named '1api'",
    ],
    [
      'a StatefulSet without room for its pods',
      world => {
        world.object(data, 'StatefulSet').metadata.name = 'a'.repeat(53);
      },
      "is named 'aaa",
    ],
    [
      'a container with a dot',
      world => {
        container(world).name = 'a.b';
      },
      "has a container named 'a.b'",
    ],
    [
      'a volume in upper case',
      world => {
        template(world).volumes[0].name = 'TMP';
      },
      "has a volume named 'TMP'",
    ],
    [
      'a namespace with a dot',
      world => {
        world.object(foundation, 'Namespace', 'shop-prod').metadata.name = 'a.b';
      },
      "is named 'a.b'",
    ],
  ],
  'valid-labels': [
    [
      'a long label',
      world => {
        deployment(world).metadata.labels.x = 'a'.repeat(64);
      },
      "has label 'x'",
    ],
    [
      'a label of a pod',
      world => {
        deployment(world).spec.template.metadata.labels.x = 'a b';
      },
      "has label 'x' of value 'a b'",
    ],
    [
      'a key with a space',
      world => {
        deployment(world).metadata.annotations = { 'a b': '' };
      },
      "has the key 'a b'",
    ],
    [
      'annotations of more than 256 KiB',
      world => {
        deployment(world).metadata.annotations = { a: 'x'.repeat(262145) };
      },
      'has annotations of 262146 bytes',
    ],
  ],
  'valid-key': [
    [
      'a file name with a space',
      world => {
        files(world).data['a b'] = '';
      },
      "has the entry 'a b'",
    ],
    [
      'a variable with a space',
      world => {
        container(world).env[0].name = 'A B';
      },
      "container 'api' sets the variable 'A B'",
    ],
    [
      'an entry of a Secret',
      world => {
        world.object(foundation, 'ExternalSecret').spec.data[0].secretKey = 'a/b';
      },
      "has the entry 'a/b'",
    ],
  ],
  'valid-port': [
    [
      'a long port name',
      world => {
        container(world).ports[0].name = 'a-name-of-16-chars';
      },
      "has a port named 'a-name-of-16-chars'",
    ],
    [
      'a port out of range',
      world => {
        service(world).spec.ports[0].port = 70000;
      },
      'has the port 70000',
    ],
    [
      'a policy of port 0',
      world => {
        policy(world, shop).spec.ingress[0].ports[0].port = 0;
      },
      'has the port 0',
    ],
  ],
  'valid-schedule': [
    [
      'an hour that no day has',
      world => world.add(shop, cronJob('0 25 * * *')),
      "has the schedule '0 25 * * *', which must be from 0 to 23 in its hour, where it has '25'",
    ],
    [
      'a day that never comes',
      world => world.add(shop, cronJob('0 4 30 2 *')),
      "has the schedule '0 4 30 2 *', which must have a day that its months have",
    ],
    ['no schedule', world => world.add(shop, cronJob('')), "has the schedule '', which must be five fields"],
  ],
  'unique-items': [
    [
      'a variable twice',
      world => {
        container(world).env.push({ name: 'LEVEL', value: 'debug' });
      },
      "container 'api': env has 'LEVEL' more than once",
    ],
    [
      'two containers of one name',
      world => {
        template(world).initContainers[0].name = 'api';
      },
      "the pod has 'api' more than once",
    ],
    [
      'two mounts at one path',
      world => {
        container(world).volumeMounts[1].mountPath = '/tmp';
      },
      "volumeMounts has '/tmp'",
    ],
    [
      'two volumes of one name',
      world => {
        template(world).volumes[1].name = 'tmp';
      },
      "volumes has 'tmp'",
    ],
    [
      'a port twice',
      world => {
        service(world).spec.ports.push({ name: 'other', port: 8080, protocol: 'TCP', targetPort: 'http' });
      },
      "spec.ports has '8080/TCP'",
    ],
    [
      'a port name twice',
      world => {
        service(world).spec.ports.push({ name: 'http', port: 81, protocol: 'TCP', targetPort: 'http' });
      },
      "spec.ports has 'http'",
    ],
  ],
  'fits-its-store': [
    [
      'a ConfigMap of more than a mebibyte',
      world => {
        files(world).data.large = 'x'.repeat(1024 * 1024);
      },
      'the most is 1048576',
    ],
  ],
  'selector-finds-own-pods': [
    [
      'other labels',
      world => {
        deployment(world).spec.selector.matchLabels.extra = 'x';
      },
      'but its pods are labelled',
    ],
    [
      'an empty selector',
      world => {
        deployment(world).spec.selector = {};
      },
      'selects {}',
    ],
  ],
  'mount-has-volume': [
    [
      'a missing volume',
      world => {
        template(world).volumes.pop();
      },
      "container 'api' mounts volume 'files'",
    ],
    [
      'a missing claim template',
      world => {
        world.object(data, 'StatefulSet').spec.template.spec.containers[0].volumeMounts[0].name = 'dat';
      },
      "container 'api' mounts volume 'dat'",
    ],
  ],
  'namespace-admits-pods': [
    [
      'a container that may run as root',
      world => {
        enforce(world, 'restricted');
        security(world).runAsNonRoot = false;
      },
      "has pods of the level 'baseline', but namespace 'shop-prod' enforces 'restricted'",
    ],
    [
      'a pod that reaches its node',
      world => {
        enforce(world, 'baseline');
        template(world).volumes.push({ name: 'x', hostPath: { path: '/' } });
      },
      "has pods of the level 'privileged', but namespace 'shop-prod' enforces 'baseline'",
    ],
  ],
};

function enforce(world: EditableWorld, level: string): void {
  const labels = { 'pod-security.kubernetes.io/enforce': level };
  world.object(foundation, 'Namespace', 'shop-prod').metadata.labels = labels;
}

function cronJob(schedule: string): Manifest {
  const { spec } = samples.CronJob!;
  return { ...samples.CronJob!, metadata: shopName('nightly'), spec: { ...(spec as object), schedule } };
}
