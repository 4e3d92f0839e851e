import { Construct } from 'constructs';
import type { Claim } from '../../lib/constructs/claim.ts';
import { ComponentChart } from '../../lib/constructs/component-chart.ts';
import { useKubernetesApi } from '../../lib/constructs/connections.ts';
import { HttpWorkload } from '../../lib/constructs/http-workload.ts';
import type { HttpWorkloadProps } from '../../lib/constructs/http-workload.ts';
import { MigrationJob } from '../../lib/constructs/migration-job.ts';
import { StatefulWorkload } from '../../lib/constructs/stateful-workload.ts';
import type { ClusterRow } from '../../lib/model/cluster.ts';
import { asksOf } from '../../lib/model/ask.ts';
import type { Environment } from '../../lib/model/environment.ts';
import { secretFile, secretRef } from '../../lib/model/secret-ref.ts';
import { Surroundings } from '../../lib/model/surroundings.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { manifestsOf } from '../../lib/synth/render.ts';
import { yamlText } from '../../lib/yaml/yaml-text.ts';
import { cluster, environment, platform } from '../fixtures/platform.ts';
import { at } from '../fixtures/synthesized.ts';

const ingress = { className: 'traefik', namespace: 'kube-system', labels: { app: 'traefik' } };
const shop = platform({ clusters: [cluster('cloud', { ingress, operators: ['cert-manager'] })] });
const prod = environment('prod');
const sizing = { cpu: '100m', cpuLimit: '1', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi' } as const;
const probe = { check: { path: '/health' }, period: 10 } as const;
const minimal: HttpWorkloadProps = { sizing, probes: { liveness: probe, readiness: probe } };

test('a claim that names no storage class gets the one that its environment and its cluster say', () => {
  const classes = (row: Partial<ClusterRow>, claim: Partial<Claim> = {}, here = prod): unknown => {
    const own = platform({ clusters: [cluster('cloud', row)] });
    const chart = new ComponentChart('shop', new Surroundings(own, here));
    new HttpWorkload(new Construct(chart, 'shop'), 'Default', {
      ...minimal,
      claim: { mountPath: '/data', size: '1Gi', ...claim },
    });
    return at(find(manifestsOf(chart), 'PersistentVolumeClaim'), 'spec', 'storageClassName');
  };

  expect(classes({})).toBeUndefined();
  expect(classes({ storageClass: 'standard' })).toBe('standard');
  expect(classes({ storageClass: 'standard' }, { storageClass: 'fast' })).toBe('fast');

  const networked = environment('prod', { data: 'networked' });
  const both = { storageClass: 'standard', networkedClass: 'anywhere' };
  expect(classes(both)).toBe('standard');
  expect(classes(both, {}, networked)).toBe('anywhere');
  expect(classes(both, { storageClass: 'fast' }, networked)).toBe('fast');
  expect(classes({ storageClass: 'standard' }, {}, networked)).toBe('standard');
});

describe('HttpWorkload', () => {
  test('with minimal props is a Deployment of one pod, a Service and an identity', () => {
    const manifests = rendered(scope => new HttpWorkload(scope, 'Default', minimal));

    expect(titles(manifests)).toEqual(['Deployment shop', 'Service shop', 'ServiceAccount shop']);
    expect(find(manifests, 'Deployment').spec).toMatchObject({ replicas: 1 });
    expect(texts(manifests)).toMatchSnapshot();
  });

  test('with all the props renders each of them', () => {
    const manifests = rendered(scope => {
      useKubernetesApi(scope, [{ resources: ['pods'], verbs: ['get'] }]);
      return new HttpWorkload(scope, 'Default', {
        ...minimal,
        probes: {
          startup: { check: 'connect', period: 5, failures: 30 },
          liveness: { check: { command: ['true'] }, period: 10, delay: 5, timeout: 2 },
          readiness: probe,
        },
        command: ['serve'],
        args: ['--fast'],
        env: { PLAIN: 'yes', TOKEN: secretRef('shop-token', 'token') },
        config: [{ name: 'config', mountPath: '/etc/shop', files: { 'shop.yaml': 'on: true\n' } }],
        writable: ['/var/cache'],
        claim: { mountPath: '/data', size: '1Gi', storageClass: 'fast' },
        host: 'shop.example.com',
        runAs: 20000,
        priority: 'batch',
      });
    });

    expect(find(manifests, 'Deployment').spec).toMatchObject({ strategy: { type: 'Recreate' } });
    expect(texts(manifests)).toMatchSnapshot();
  });

  test('finds entries of Secrets as files, one volume for each Secret, and asks for them', () => {
    let chart: ComponentChart | undefined;
    const manifests = rendered(scope => {
      chart = ComponentChart.of(scope);
      const env = {
        USER_FILE: secretFile('shop-login', 'user'),
        PASSWORD_FILE: secretFile('shop-login', 'password'),
        TOKEN_FILE: secretFile('shop-token', 'token'),
      };
      return new HttpWorkload(scope, 'Default', { ...minimal, env });
    });
    const pod = at(find(manifests, 'Deployment'), 'spec', 'template', 'spec')!;

    expect(at(pod, 'containers', 0, 'env')).toEqual([
      { name: 'USER_FILE', value: '/etc/secrets/shop-login/user' },
      { name: 'PASSWORD_FILE', value: '/etc/secrets/shop-login/password' },
      { name: 'TOKEN_FILE', value: '/etc/secrets/shop-token/token' },
    ]);
    expect(at(pod, 'containers', 0, 'volumeMounts')).toEqual([
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'secret-shop-login', mountPath: '/etc/secrets/shop-login', readOnly: true },
      { name: 'secret-shop-token', mountPath: '/etc/secrets/shop-token', readOnly: true },
    ]);
    expect(at(pod, 'volumes', 1, 'secret')).toEqual({
      secretName: 'shop-login',
      defaultMode: 0o440,
      items: [
        { key: 'user', path: 'user' },
        { key: 'password', path: 'password' },
      ],
    });
    expect(asksOf(chart!.asked, 'secret').map(({ what: { secret, key } }) => `${secret}/${key}`)).toEqual([
      'shop-login/user',
      'shop-login/password',
      'shop-token/token',
    ]);
  });

  test('leaves the number of pods to the autoscaler where there is one', () => {
    const autoscaling = { min: 2, max: 5, cpuPercent: 70 };

    const manifests = rendered(scope => new HttpWorkload(scope, 'Default', { ...minimal, autoscaling }));

    expect(find(manifests, 'Deployment').spec).not.toHaveProperty('replicas');
    expect(titles(manifests)).toEqual(
      expect.arrayContaining(['HorizontalPodAutoscaler shop', 'PodDisruptionBudget shop']),
    );
  });

  test('changes its pods when a configuration file changes, and only then', () => {
    const annotation = (text: string): unknown => {
      const config = [{ name: 'config', mountPath: '/etc/shop', files: { 'shop.yaml': text } }];
      const manifests = rendered(scope => new HttpWorkload(scope, 'Default', { ...minimal, config }));
      return (find(manifests, 'Deployment') as never as { spec: { template: Manifest } }).spec.template.metadata
        .annotations;
    };

    expect(annotation('a')).toEqual(annotation('a'));
    expect(annotation('a')).not.toEqual(annotation('b'));
  });
});

describe('StatefulWorkload', () => {
  test('keeps its claims, and writes out what the API server would add to their template', () => {
    const manifests = rendered(
      scope =>
        new StatefulWorkload(scope, 'Default', {
          ...minimal,
          replicas: 2,
          claim: { mountPath: '/data', size: '1Gi' },
        }),
    );

    expect(titles(manifests)).toEqual([
      'StatefulSet shop',
      'Service shop-pods',
      'Service shop',
      'ServiceAccount shop',
      'PodDisruptionBudget shop',
    ]);
    expect(find(manifests, 'StatefulSet').spec).toMatchObject({
      persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
      volumeClaimTemplates: [
        {
          apiVersion: 'v1',
          kind: 'PersistentVolumeClaim',
          metadata: { annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } },
        },
      ],
    });
    expect(texts(manifests)).toMatchSnapshot();
  });
});

describe('MigrationJob', () => {
  test('is made anew at every sync, before the rest of its component', () => {
    const manifests = rendered(scope => new MigrationJob(scope, 'Default', { sizing, args: ['migrate'] }));

    expect(find(manifests, 'Job').metadata.annotations).toEqual({
      'argocd.argoproj.io/hook': 'Sync',
      'argocd.argoproj.io/hook-delete-policy': 'BeforeHookCreation',
      'argocd.argoproj.io/sync-wave': '-1',
    });
    expect(texts(manifests)).toMatchSnapshot();
  });
});

test('a service collects what it asks for on the chart of its component', () => {
  const chart = chartOf(scope => {
    useKubernetesApi(scope, [{ resources: ['pods'], verbs: ['list'] }]);
    return new HttpWorkload(scope, 'Default', { ...minimal, env: { TOKEN: secretRef('shop-token', 'token') } });
  });

  const by = { component: 'shop', service: 'shop' };
  expect(chart.asked).toEqual([
    { kind: 'flow', by, what: { from: by, to: 'kubernetes-api' } },
    { kind: 'api', by, what: [{ resources: ['pods'], verbs: ['list'] }] },
    { kind: 'secret', by, what: { secret: 'shop-token', key: 'token' } },
  ]);
});

test('the right to read the API comes with a token, from the one call', () => {
  const manifests = rendered(scope => {
    useKubernetesApi(scope, [{ resources: ['pods'], verbs: ['list'] }]);
    return new HttpWorkload(scope, 'Default', minimal);
  });

  expect(JSON.stringify(find(manifests, 'Deployment'))).toContain('serviceAccountToken');
  expect(JSON.stringify(rendered(scope => new HttpWorkload(scope, 'Default', minimal)))).not.toContain(
    'serviceAccountToken',
  );
});

test('a right that is asked for once the pods are made would have no token, and is refused', () => {
  const late = (scope: Construct): Construct => {
    const workload = new HttpWorkload(scope, 'Default', minimal);
    useKubernetesApi(scope, [{ resources: ['pods'], verbs: ['list'] }]);
    return workload;
  };

  expect(() => rendered(late)).toThrow('useKubernetesApi() comes too late');
});

test.each<Partial<HttpWorkloadProps>>([
  { host: 'shop.example.com', autoscaling: { min: 2, max: 3, cpuPercent: 70 } },
  { ingress: { hosts: [{ host: 'shop.example.com' }] } },
  { keda: { min: 2, max: 3, triggers: [{ type: 'cpu', utilization: 70 }] } },
])('what a switch turns on is in no base: %j', props => {
  const build = (scope: Construct): Construct => new HttpWorkload(scope, 'Default', { ...minimal, ...props });

  expect(titles(manifestsOf(chartOf(build, 'base')))).toEqual([
    'Deployment shop',
    'Service shop',
    'ServiceAccount shop',
  ]);
});

function chartOf(build: (scope: Construct) => Construct, where: Environment | 'base' = prod): ComponentChart {
  const chart = new ComponentChart('shop', new Surroundings(shop, where === 'base' ? undefined : where));
  build(new Construct(chart, 'shop'));
  return chart;
}

function rendered(build: (scope: Construct) => Construct): Manifest[] {
  return manifestsOf(chartOf(build));
}

function find(manifests: readonly Manifest[], kind: string): Manifest {
  return manifests.find(manifest => manifest.kind === kind)!;
}

function titles(manifests: readonly Manifest[]): string[] {
  return manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
}

function texts(manifests: readonly Manifest[]): string {
  return manifests.map(manifest => yamlText(manifest)).join('---\n');
}
