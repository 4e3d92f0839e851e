import { ComponentChart } from '../../lib/constructs/component-chart.ts';
import { MigrationJob } from '../../lib/constructs/migration-job.ts';
import { asksOf } from '../../lib/model/ask.ts';
import type { ClusterRow } from '../../lib/model/cluster.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { PodSettings } from '../../lib/model/pods/pod-settings.ts';
import { secretFile, secretRef } from '../../lib/model/secret-ref.ts';
import { Surroundings } from '../../lib/model/surroundings.ts';
import { manifestsOf } from '../../lib/synth/render.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { cluster, environment, platform, Shop } from '../fixtures/platform.ts';
import { at } from '../fixtures/synthesized.ts';

const sizing = { cpu: '10m', cpuLimit: '20m', memory: '16Mi', memoryLimit: '32Mi', scratch: '16Mi' } as const;
const probe = { check: 'connect', period: 10 } as const;
const probes = { liveness: probe, readiness: probe };
const proxy = { image: 'example.com/proxy:1.2.3', probes, sizing, ports: { admin: 9901 } } as const;
const wait = { image: 'example.com/wait:1.2.3', command: ['wait'], sizing } as const;

describe('containers beside the service', () => {
  test('run beside it, before it, or before it and as long as it', () => {
    const spec = pod({
      sidecars: { proxy, first: { ...proxy, ports: { health: 9902 }, startsFirst: true } },
      initContainers: { wait },
    });

    expect(names(spec, 'containers')).toEqual(['shop', 'proxy']);
    expect(names(spec, 'initContainers')).toEqual(['first', 'wait']);
    expect(at(spec, 'initContainers', 0, 'restartPolicy')).toBe('Always');
    expect(at(spec, 'initContainers', 1, 'restartPolicy')).toBeUndefined();
  });

  test('are confined, write to folders of their own, and have the entries of Secrets that they want', () => {
    const env = { A: 'a', B: secretRef('b', 'c'), D_FILE: secretFile('d', 'e') };
    const { manifests, chart } = rendered({
      sidecars: { proxy: { ...proxy, env, runAs: 20000, writable: ['/var/run'] } },
    });
    const spec = podIn(manifests);
    const container = at(spec, 'containers', 1);

    expect(container).toMatchObject({
      name: 'proxy',
      image: 'example.com/proxy:1.2.3',
      ports: [{ name: 'admin', containerPort: 9901, protocol: 'TCP' }],
      env: [
        { name: 'A', value: 'a' },
        { name: 'B', valueFrom: { secretKeyRef: { name: 'b', key: 'c' } } },
        { name: 'D_FILE', value: '/etc/secrets/d/e' },
      ],
      livenessProbe: { tcpSocket: { port: 'admin' } },
      securityContext: { readOnlyRootFilesystem: true, runAsUser: 20000, capabilities: { drop: ['ALL'] } },
      volumeMounts: [
        { name: 'proxy-tmp', mountPath: '/tmp' },
        { name: 'proxy-var-run', mountPath: '/var/run' },
        { name: 'proxy-secret-d', mountPath: '/etc/secrets/d', readOnly: true },
      ],
    });
    expect(names(spec, 'volumes')).toEqual(['proxy-tmp', 'proxy-var-run', 'proxy-secret-d', 'tmp']);
    expect(asksOf(chart.asked, 'secret').map(({ what: { secret, key } }) => `${secret}/${key}`)).toEqual([
      'b/c',
      'd/e',
    ]);
  });

  test('open an endpoint of the service in its place', () => {
    const spec = pod({ sidecars: { proxy: { ...proxy, endpoints: ['shop'] } } }, { ports: { app: 8081 } });

    expect(at(spec, 'containers', 0, 'ports')).toEqual([{ name: 'app', containerPort: 8081, protocol: 'TCP' }]);
    expect(at(spec, 'containers', 0, 'livenessProbe', 'httpGet', 'port')).toBe('app');
    expect(at(spec, 'containers', 1, 'ports', 0)).toEqual({ name: 'http', containerPort: 8080, protocol: 'TCP' });
  });

  test('that run first and say no image run what the service runs, whatever pins that', () => {
    const { image: _, ...own } = wait;
    const spec = pod({ initContainers: { wait: own } }, {}, { images: { 'shop/shop': { default: 'a/shop:7.0.0' } } });

    expect(at(spec, 'initContainers', 0, 'image')).toBe('a/shop:7.0.0');
  });

  test('run the image that is pinned under their name', () => {
    const images = { 'shop/shop/proxy': { default: 'example.com/proxy:1.2.4', prod: 'example.com/proxy:1.2.5' } };

    expect(at(podIn(rendered({ sidecars: { proxy } }, {}, { images }).manifests), 'containers', 1, 'image')).toBe(
      'example.com/proxy:1.2.5',
    );
  });

  test('end with a Job, which would never end otherwise', () => {
    const chart = new ComponentChart('shop', surroundings({ sidecars: { proxy } }));
    new MigrationJob(chart, 'shop', { sizing });
    const spec = at(manifestsOf(chart)[0]!, 'spec', 'template', 'spec') as JsonMap;

    expect(names(spec, 'containers')).toEqual(['shop']);
    expect(at(spec, 'initContainers', 0)).toMatchObject({ name: 'proxy', restartPolicy: 'Always' });
  });
});

describe('volumes', () => {
  test('are of every kind that a restricted pod may have, at any path', () => {
    const settings: PodSettings = {
      volumes: {
        fast: { emptyDir: { size: '16Mi', medium: 'memory' } },
        plain: { emptyDir: { size: '16Mi' } },
        files: { configMap: { name: 'shop-files', items: { 'a.txt': 'b.txt' } } },
        keys: { secret: { name: 'keys', keys: ['one', 'two'] } },
        all: {
          projected: [
            { configMap: { name: 'shop-files' } },
            { secret: { name: 'more', keys: ['three'] } },
            { serviceAccountToken: { audience: 'vault', path: 'token' } },
          ],
        },
        shared: { claim: 'models' },
        own: { ephemeralClaim: { size: '1Gi', storageClass: 'fast' } },
        driver: { csi: { driver: 'csi.example.com', attributes: { share: 'a' } } },
      },
      mounts: {
        '/fast': { volume: 'fast' },
        '/etc/shop': { volume: 'files' },
        '/etc/keys': { volume: 'keys' },
        '/srv/models': { volume: 'shared', readOnly: true, subPath: 'current' },
        '/work': { volume: 'own' },
      },
    };
    const { manifests, chart } = rendered(settings);
    const spec = podIn(manifests);

    expect((at(spec, 'volumes') as JsonMap[]).slice(0, -1)).toEqual([
      { name: 'fast', emptyDir: { medium: 'Memory', sizeLimit: '16Mi' } },
      { name: 'plain', emptyDir: { sizeLimit: '16Mi' } },
      { name: 'files', configMap: { name: 'shop-files', items: [{ key: 'a.txt', path: 'b.txt' }] } },
      {
        name: 'keys',
        secret: {
          secretName: 'keys',
          defaultMode: 0o440,
          items: [
            { key: 'one', path: 'one' },
            { key: 'two', path: 'two' },
          ],
        },
      },
      {
        name: 'all',
        projected: {
          defaultMode: 0o440,
          sources: [
            { configMap: { name: 'shop-files' } },
            { secret: { name: 'more', items: [{ key: 'three', path: 'three' }] } },
            { serviceAccountToken: { audience: 'vault', expirationSeconds: 3600, path: 'token' } },
          ],
        },
      },
      { name: 'shared', persistentVolumeClaim: { claimName: 'models' } },
      {
        name: 'own',
        ephemeral: {
          volumeClaimTemplate: {
            spec: {
              accessModes: ['ReadWriteOnce'],
              storageClassName: 'fast',
              resources: { requests: { storage: '1Gi' } },
            },
          },
        },
      },
      { name: 'driver', csi: { driver: 'csi.example.com', readOnly: true, volumeAttributes: { share: 'a' } } },
    ]);
    expect(at(spec, 'containers', 0, 'volumeMounts')).toEqual([
      { name: 'fast', mountPath: '/fast' },
      { name: 'files', mountPath: '/etc/shop', readOnly: true },
      { name: 'keys', mountPath: '/etc/keys', readOnly: true },
      { name: 'shared', mountPath: '/srv/models', readOnly: true, subPath: 'current' },
      { name: 'own', mountPath: '/work' },
      { name: 'tmp', mountPath: '/tmp' },
    ]);
    expect(asksOf(chart.asked, 'secret').map(({ what }) => what)).toEqual([
      { secret: 'keys', key: 'one' },
      { secret: 'keys', key: 'two' },
      { secret: 'more', key: 'three' },
    ]);
  });

  test('of the pod are found by containers beside its own', () => {
    const spec = pod({ initContainers: { wait: { ...wait, mounts: { '/other': { volume: 'tmp' } } } } });

    expect(at(spec, 'initContainers', 0, 'volumeMounts')).toContainEqual({ name: 'tmp', mountPath: '/other' });
  });
});

describe('what an environment says', () => {
  test('counts more than what the code says, and comes beside it', () => {
    const own: PodSettings = {
      env: { A: 'code', B: 'code' },
      nodeSelector: { a: 'code', b: 'code' },
      tolerations: [{ key: 'a', operator: 'Exists' }],
      gracePeriod: 60,
      lifecycle: { preStop: { command: ['code'] } },
    };
    const settings: PodSettings = {
      env: { B: 'prod', C: 'prod' },
      nodeSelector: { b: 'prod' },
      tolerations: [{ key: 'b', operator: 'Exists' }],
      gracePeriod: 90,
      lifecycle: { postStart: { path: '/started' } },
    };

    const spec = pod(settings, own, {
      clusters: [cluster('cloud', { nodes: [{ ...node, labels: { a: 'code', b: 'prod' } }] })],
    });

    expect(spec).toMatchObject({
      terminationGracePeriodSeconds: 90,
      nodeSelector: { a: 'code', b: 'prod' },
      tolerations: [
        { key: 'a', operator: 'Exists' },
        { key: 'b', operator: 'Exists' },
      ],
    });
    expect(at(spec, 'containers', 0)).toMatchObject({
      env: [
        { name: 'C', value: 'prod' },
        { name: 'A', value: 'code' },
        { name: 'B', value: 'prod' },
      ],
      lifecycle: {
        postStart: { httpGet: { path: '/started', port: 'http' } },
        preStop: { exec: { command: ['code'] } },
      },
    });
  });

  test('is nothing where it says nothing', () => {
    expect(rendered({}).manifests).toEqual(rendered(undefined).manifests);
  });
});

const node = { name: 'node', count: 2, cpu: '2', memory: '8Gi', ephemeralStorage: '50Gi' } as const;
const gpus = { count: 1 };
const gkeLabel = 'cloud.google.com/gke-accelerator';
const surging = { maxSurge: 1, maxUnavailable: 0 };
const inPlace = { maxSurge: 0, maxUnavailable: 1 };

describe('a rollout', () => {
  test.each<[string, PodSettings & object, Partial<ClusterRow>, JsonMap]>([
    ['starts a pod more, which the nodes have room for', {}, {}, surging],
    ['of pods with devices replaces them in place', { gpus }, { nodes: [{ ...node, gpus }] }, inPlace],
    ['of a pod that fills its node replaces it in place', {}, { nodes: [{ ...node, count: 1, cpu: '150m' }] }, inPlace],
    [
      'of a pod that fills the one node that may take it replaces it in place',
      { nodeSelector: { a: 'b' } },
      { nodes: [node, { ...node, name: 'small', count: 1, memory: '100Mi', labels: { a: 'b' } }] },
      inPlace,
    ],
    ['replaces pods in place where that is said, because of what else runs there', { inPlace: true }, {}, inPlace],
    [
      'starts a pod more where that is said, because the nodes have more than their row says',
      { inPlace: false },
      { nodes: [{ ...node, count: 1, cpu: '150m' }] },
      surging,
    ],
  ])('%s', (_title, settings, row, rollingUpdate) => {
    const { manifests } = rendered(settings, {}, { clusters: [cluster('cloud', row)] });

    expect(at(manifests[0]!, 'spec', 'strategy')).toEqual({ type: 'RollingUpdate', rollingUpdate });
  });

  test('has as many devices as its container asks for', () => {
    const spec = pod(
      { gpus, runtimeClass: 'nvidia' },
      {},
      { clusters: [cluster('cloud', { nodes: [{ ...node, gpus }] })] },
    );

    expect(spec.runtimeClassName).toBe('nvidia');
    expect(at(spec, 'containers', 0, 'resources', 'requests', 'nvidia.com/gpu')).toBe('1');
    expect(at(spec, 'containers', 0, 'resources', 'limits', 'nvidia.com/gpu')).toBe('1');
    expect(spec.tolerations).toEqual([{ key: 'nvidia.com/gpu', operator: 'Exists' }]);
    expect(spec).not.toHaveProperty('nodeSelector');
  });

  test.each([
    ['the usual label', { count: 1, model: 'NVIDIA-L4' }, { 'nvidia.com/gpu.product': 'NVIDIA-L4' }],
    [
      'the label that the nodes have',
      { count: 1, model: 'l4', modelLabel: 'karpenter.k8s.aws/instance-gpu-name' },
      { 'karpenter.k8s.aws/instance-gpu-name': 'l4' },
    ],
    ['the label of a cloud', { count: 1, model: 'nvidia-l4', modelLabel: gkeLabel }, { [gkeLabel]: 'nvidia-l4' }],
  ])('finds a model by %s', (_title, gpus, label) => {
    const taints = [{ key: 'nvidia.com/gpu', value: 'true', effect: 'NoSchedule' }] as const;
    const clusters = [cluster('cloud', { nodes: [node, { ...node, name: 'gpu', gpus, taints }] })];
    const spec = pod(
      { gpus: { count: 1, model: gpus.model }, nodeSelector: { a: 'b' } },
      {},
      {
        clusters: clusters.map(each => ({ ...each, nodes: each.nodes.map(pool => ({ ...pool, labels: { a: 'b' } })) })),
      },
    );

    expect(spec.nodeSelector).toEqual({ ...label, a: 'b' });
    expect(spec.tolerations).toEqual([{ key: 'nvidia.com/gpu', operator: 'Exists' }]);
  });

  test('finds parts of GPUs by their own name, and keeps what the service itself says of their taint', () => {
    const gpus = { count: 1, device: 'nvidia.com/mig-1g.5gb' };
    const tolerations = [{ key: 'nvidia.com/mig-1g.5gb', value: 'present', effect: 'NoSchedule' }] as const;
    const clusters = [cluster('cloud', { nodes: [{ ...node, gpus, taints: tolerations }] })];
    const spec = pod({ gpus, tolerations }, {}, { clusters });

    expect(at(spec, 'containers', 0, 'resources', 'limits', 'nvidia.com/mig-1g.5gb')).toBe('1');
    expect(spec.tolerations).toEqual(tolerations);
  });
});

type Options = { readonly images?: object; readonly clusters?: readonly ClusterRow[] };

function surroundings(pods: PodSettings | undefined, { images = {}, ...rows }: Options = {}): Surroundings {
  const prod = environment('prod', { settings: { shop: { shop: { pods } } } as never });
  return new Surroundings({ ...platform({ environments: [prod], ...rows }), images: images as never }, prod);
}

function rendered(pods: PodSettings | undefined, props: object = {}, options: Options = {}) {
  const chart = new ComponentChart('shop', surroundings(pods, options));
  new Shop(chart, 'shop', props);
  expect(chart.mistakes).toEqual([]);
  return { chart, manifests: manifestsOf(chart) };
}

function pod(pods: PodSettings, props: object = {}, options: Options = {}): JsonMap {
  return podIn(rendered(pods, props, options).manifests);
}

function podIn(manifests: readonly Manifest[]): JsonMap {
  return at(
    manifests.find(({ kind }) => kind === 'Deployment')!,
    'spec',
    'template',
    'spec',
  ) as JsonMap;
}

function names(spec: JsonMap, list: string): unknown[] {
  return (at(spec, list) as JsonMap[]).map(({ name }) => name);
}
