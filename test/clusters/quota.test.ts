import { programKinds } from '../../lib/kinds/index.ts';
import { limitRange, resourceQuota } from '../../lib/clusters/quota.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { samples } from '../checks/small-world/samples.ts';
import { cluster, environment, platform } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const container: JsonMap = {
  name: 'main',
  resources: {
    requests: { 'cpu': '100m', 'memory': '256Mi', 'ephemeral-storage': '64Mi' },
    limits: { 'cpu': '500m', 'memory': '512Mi', 'ephemeral-storage': '64Mi' },
  },
};
const home = platform({
  clusters: [
    cluster('cloud', {
      operators: ['cert-manager'],
      ingress: { className: 'traefik', namespace: 'kube-system', labels: {} },
    }),
  ],
}).clusters[0]!;

test('a rollout has room for each new pod beside the one that is ending', () => {
  expect(hard([workload('Deployment', { replicas: 2 })])).toEqual({
    'requests.cpu': '400m',
    'requests.memory': '1Gi',
    'requests.ephemeral-storage': '256Mi',
    'limits.cpu': '2',
    'limits.memory': '2Gi',
    'limits.ephemeral-storage': '256Mi',
    'pods': '4',
    'persistentvolumeclaims': '0',
    'requests.storage': '0',
    'services.nodeports': '0',
    'services.loadbalancers': '0',
  });
});

test.each([
  ['Deployment', 'HorizontalPodAutoscaler', 'autoscaling/v2', { maxReplicas: 5 }, '10'],
  ['StatefulSet', 'HorizontalPodAutoscaler', 'autoscaling/v2', { maxReplicas: 5 }, '6'],
  ['Deployment', 'ScaledObject', 'keda.sh/v1alpha1', { maxReplicaCount: 7 }, '14'],
  ['StatefulSet', 'ScaledObject without a bound', 'keda.sh/v1alpha1', {}, '101'],
])('a %s that a %s scales has room for the most that it may start', (kind, scaler, apiVersion, bounds, pods) => {
  const target = { scaleTargetRef: { apiVersion: 'apps/v1', kind, name: 'main' } };
  const autoscaler = object(apiVersion, scaler.split(' ')[0]!, { ...target, ...bounds });

  expect(hard([workload(kind, {}), autoscaler])).toMatchObject({ pods });
});

test.each<[string, string, JsonMap, string]>([
  ['a Deployment that stops before it starts anew, twice', 'Deployment', { strategy: { type: 'Recreate' } }, '2'],
  ['a StatefulSet, with one more while it is replaced', 'StatefulSet', { replicas: 3 }, '4'],
  ["a DaemonSet, on each of the cluster's nodes, with one more", 'DaemonSet', {}, '3'],
  ['a Job, which nobody replaces', 'Job', { parallelism: 4 }, '4'],
])('a quota counts what is gone for a moment: it has room for %s', (_title, kind, spec, pods) => {
  expect(hard([workload(kind, spec)])).toMatchObject({ pods });
});

test.each<[string, JsonMap]>([
  ['one more', { maxSurge: 1 }],
  ['none more', { maxSurge: 0, maxUnavailable: 1 }],
  ['a share more', { maxSurge: '30%' }],
  ['a quarter more, where it does not say', {}],
])('a rollout that starts %s has room for all new pods while all old ones are ending', (_title, rollingUpdate) => {
  const strategy = { type: 'RollingUpdate', rollingUpdate };

  expect(hard([workload('Deployment', { replicas: 4, strategy })])).toMatchObject({ pods: '8' });
});

test.each<[JsonMap, string]>([
  [{ maxSurge: 1 }, '8'],
  [{ maxSurge: '10%' }, '8'],
  [{ maxSurge: 0, maxUnavailable: 1 }, '5'],
  [{ maxSurge: '0%', maxUnavailable: '30%' }, '6'],
  [{ maxUnavailable: 9 }, '8'],
])('a DaemonSet on four nodes that is replaced by %j has room for that', (rollingUpdate, pods) => {
  const cluster = { ...home, nodes: [{ ...home.nodes[0]!, count: 4 }] };
  const daemonSet = workload('DaemonSet', { updateStrategy: { type: 'RollingUpdate', rollingUpdate } });

  expect(at(resourceQuota('shop', [daemonSet], cluster, programKinds), 'spec', 'hard', 'pods')).toBe(pods);
});

test('a DaemonSet has a pod only on nodes that may take it', () => {
  const pool = { count: 3, cpu: '2', memory: '8Gi', ephemeralStorage: '50Gi' } as const;
  const nodes = [
    { ...pool, name: 'a', labels: { disk: 'ssd' } },
    { ...pool, name: 'b' },
  ];
  const daemonSet = workload('DaemonSet', {});
  const template = {
    spec: { ...(at(daemonSet, 'spec', 'template', 'spec') as JsonMap), nodeSelector: { disk: 'ssd' } },
  };

  expect(
    at(resourceQuota('shop', [{ ...daemonSet, spec: { template } }], { ...home, nodes }, programKinds), 'spec', 'hard'),
  ).toMatchObject({ pods: '4' });
});

test('devices are bounded, also where nobody takes any of those that the nodes have', () => {
  const gpus = { count: 2 };
  const cluster = { ...home, nodes: [{ ...home.nodes[0]!, gpus }] };
  const resources = { ...(container.resources as JsonMap), limits: { 'cpu': '1', 'amd.com/gpu': 3 } };
  const manifests = [workload('Job', { parallelism: 2 })];
  const template = { spec: { containers: [{ ...container, resources }] } };
  const taking = workload('StatefulSet', { replicas: 2, template });

  expect(at(resourceQuota('shop', manifests, cluster, programKinds), 'spec', 'hard')).toMatchObject({
    'requests.nvidia.com/gpu': '0',
  });
  expect(at(resourceQuota('shop', [...manifests, taking], cluster, programKinds), 'spec', 'hard')).toMatchObject({
    'requests.nvidia.com/gpu': '0',
    'requests.amd.com/gpu': '9',
  });
});

test('a sidecar that starts first counts beside init containers that come after it', () => {
  const of = (cpu: string): JsonMap => ({ ...container, resources: { requests: { cpu } } });
  const sidecar = { ...of('1'), restartPolicy: 'Always' };
  const before = (...first: readonly JsonMap[]): JsonMap => hard([workload('Job', {}, first)]);

  expect(before(sidecar, of('3'))).toMatchObject({ 'requests.cpu': '4' });
  expect(before(of('3'), sidecar)).toMatchObject({ 'requests.cpu': '3' });
});

test('claims that go with their pods count for each of them', () => {
  const claim = { spec: { resources: { requests: { storage: '2Gi' } } } };
  const deployment = workload('Deployment', { replicas: 2 });
  const volumes: JsonMap[] = [
    { name: 'a', ephemeral: { volumeClaimTemplate: claim } },
    { name: 'b', emptyDir: {} },
  ];
  const template = { spec: { ...(at(deployment, 'spec', 'template', 'spec') as JsonMap), volumes } };

  expect(hard([{ ...deployment, spec: { replicas: 2, template } }])).toMatchObject({
    'persistentvolumeclaims': '4',
    'requests.storage': '8Gi',
  });
});

test('a CronJob counts like the Job that it starts', () => {
  expect(hard([cronJob({ concurrencyPolicy: 'Forbid' })])).toMatchObject({ 'pods': '1', 'limits.cpu': '500m' });
});

test.each<[string, JsonMap, number | undefined, string]>([
  ['that replaces one another', { concurrencyPolicy: 'Replace' }, 600, '2'],
  ['beside each other, as many as are due before the first is given up', { schedule: '*/5 * * * *' }, 600, '3'],
  ['beside each other, across midnight', { schedule: '0 0,23 * * *' }, 7200, '3'],
  ['beside each other, each minute', { schedule: '@every 1m30s' }, 180, '3'],
  ['beside each other, each hour', { schedule: '@hourly' }, 600, '2'],
  ['beside each other, which nobody gives up', { schedule: '@daily' }, undefined, '2'],
])('runs of a CronJob have room: those %s', (_title, spec, activeDeadlineSeconds, pods) => {
  const job: JsonMap = activeDeadlineSeconds === undefined ? {} : { activeDeadlineSeconds };

  expect(hard([cronJob(spec, job)])).toMatchObject({ pods });
});

test('the pods that Strimzi makes of a node pool have room, with their claims', () => {
  expect(hard([samples.KafkaNodePool])).toEqual({
    'requests.cpu': '2',
    'requests.memory': '8Gi',
    'requests.ephemeral-storage': '256Mi',
    'limits.cpu': '8',
    'limits.memory': '8Gi',
    'limits.ephemeral-storage': '1Gi',
    'pods': '4',
    'persistentvolumeclaims': '6',
    'requests.storage': '90Gi',
    'services.nodeports': '0',
    'services.loadbalancers': '0',
  });
  expect(at(limitRange('shop', [samples.KafkaNodePool], home, programKinds), 'spec', 'limits', 1, 'max')).toEqual({
    storage: '20Gi',
  });
});

test('the operator of topics and users of a Kafka cluster has room', () => {
  expect(hard([samples.Kafka])).toMatchObject({ 'pods': '2', 'requests.cpu': '200m', 'limits.memory': '1Gi' });
});

test('a database has room for its instances, each of which is prepared before it starts', () => {
  expect(hard([samples.Cluster])).toMatchObject({
    'pods': '4',
    'requests.cpu': '2',
    'limits.memory': '8Gi',
    'persistentvolumeclaims': '6',
    'requests.storage': '36Gi',
  });
});

test('containers that run first count only where they need more than those that follow', () => {
  const first = { ...container, resources: { limits: { cpu: '2', memory: '64Mi' } } };
  const sidecar = { ...container, restartPolicy: 'Always' };

  expect(hard([workload('Job', {}, [first, sidecar])])).toMatchObject({
    'limits.cpu': '2',
    'limits.memory': '1Gi',
  });
});

test('what one container leaves open is not bounded, since its pod would be refused', () => {
  const open = { ...container, resources: { ...(container.resources as JsonMap), limits: { memory: '1Gi' } } };
  const manifests = [workload('Job', {}), workload('Job', {}, [open])];

  expect(Object.keys(hard(manifests))).not.toContain('limits.cpu');
  expect(hard(manifests)).toMatchObject({ 'requests.cpu': '200m' });
  expect(at(limitRange('shop', manifests, home, programKinds), 'spec', 'limits', 0, 'max')).toEqual({ memory: '1Gi' });
});

test('claims count with their sizes, those of each pod included', () => {
  const claim = { spec: { resources: { requests: { storage: '2Gi' } } } };
  const manifests = [
    object('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: '10Gi' } } }),
    workload('StatefulSet', { replicas: 3, volumeClaimTemplates: [claim] }),
  ];

  expect(hard(manifests)).toMatchObject({ 'persistentvolumeclaims': '4', 'requests.storage': '16Gi' });
  expect(at(limitRange('shop', manifests, home, programKinds), 'spec', 'limits', 1)).toEqual({
    type: 'PersistentVolumeClaim',
    max: { storage: '10Gi' },
  });
});

// Cut by two characters, as only `Mi` and `Gi` allow, these would be 51Mi, nothing and a hundred.
test('every unit of Kubernetes counts for what it is', () => {
  const sized = (memory: string, cpu: string): JsonMap => ({ ...container, resources: { limits: { memory, cpu } } });
  const claims = ['10G', '1Ti', '1.5Gi'].map(storage =>
    object('v1', 'PersistentVolumeClaim', { resources: { requests: { storage } } }),
  );
  const manifests = [
    workload('Job', { template: { spec: { containers: [sized('512M', '0.1'), sized('1e9', '1500u')] } } }),
    ...claims,
  ];

  expect(hard(manifests)).toMatchObject({
    'limits.memory': '1512M',
    'limits.cpu': '101500u',
    'requests.storage': '1085080313Ki', // 1111122240512 bytes
  });
  expect(at(limitRange('shop', manifests, home, programKinds), 'spec', 'limits', 1, 'max')).toEqual({ storage: '1Ti' });
});

test('what is no quantity counts for nothing, since a rule tells of it', () => {
  const claim = object('v1', 'PersistentVolumeClaim', { resources: { requests: { storage: 'much' } } });
  const open = { ...container, resources: { limits: { memory: 'much' } } };

  expect(hard([claim, workload('StatefulSet', {}, [open])])).toMatchObject({ 'requests.storage': '0' });
});

test('node ports count, and there is never a load balancer', () => {
  const manifests = [
    object('v1', 'Service', { type: 'NodePort', ports: [{}, {}] }),
    object('v1', 'Service', { ports: [{}] }),
  ];

  expect(hard(manifests)).toMatchObject({ 'services.nodeports': '2', 'services.loadbalancers': '0' });
});

test('pods that answer challenges have room, one for each host that gets a certificate', () => {
  const tls = [{ hosts: ['a.example.com', 'b.example.com'], secretName: 'main-tls' }];
  const ingress = object('networking.k8s.io/v1', 'Ingress', { tls });
  const annotations = { 'cert-manager.io/cluster-issuer': 'production' };
  const certified = { ...ingress, metadata: { ...ingress.metadata, annotations } };

  expect(hard([certified])).toMatchObject({ 'pods': '2', 'requests.memory': '128Mi', 'limits.cpu': '200m' });
  expect(hard([ingress])).toMatchObject({ pods: '0' });
});

test('a container may be as large as the largest one rendered, and is small where it says nothing', () => {
  expect(at(limitRange('shop', [workload('Deployment', {})], home, programKinds), 'spec', 'limits')).toEqual([
    {
      type: 'Container',
      defaultRequest: { 'cpu': '10m', 'memory': '64Mi', 'ephemeral-storage': '16Mi' },
      default: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '64Mi' },
      max: { 'cpu': '500m', 'memory': '512Mi', 'ephemeral-storage': '64Mi' },
    },
  ]);
});

test('the quota of each environment follows its own settings', () => {
  const grown = new Synthesized(
    platform({
      environments: [
        environment('dev'),
        environment('prod', { settings: { shop: { shop: { replicas: 4 } } } as never }),
      ],
    }),
  );

  const pods = (namespace: string): unknown =>
    at(grown.find('ResourceQuota', 'quota', namespace), 'spec', 'hard', 'pods');

  expect([pods('shop-dev'), pods('shop-prod')]).toEqual(['2', '8']);
});

function hard(manifests: readonly Manifest[]): JsonMap {
  return at(resourceQuota('shop', manifests, home, programKinds), 'spec', 'hard') as JsonMap;
}

function object(apiVersion: string, kind: string, spec: JsonMap): Manifest {
  return { apiVersion, kind, metadata: { name: 'main', namespace: 'shop' }, spec };
}

function cronJob(spec: JsonMap, job: JsonMap = {}): Manifest {
  const jobSpec = { ...(workload('Job', {}).spec as JsonMap), ...job };
  return object('batch/v1', 'CronJob', { ...spec, jobTemplate: { spec: jobSpec } });
}

function workload(kind: string, spec: JsonMap, initContainers: readonly JsonMap[] = []): Manifest {
  const template = { spec: { containers: [container], initContainers } };
  return object(kind === 'Job' ? 'batch/v1' : 'apps/v1', kind, { template, ...spec });
}
