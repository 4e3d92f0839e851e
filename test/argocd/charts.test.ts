import { findings } from '../../lib/checks/findings.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Environment } from '../../lib/model/environment.ts';
import type { Rows } from '../../lib/model/platform.ts';
import type { Unit } from '../../lib/model/unit.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { cacheService, CacheUser, store } from '../fixtures/cache.ts';
import { cluster, environment, platform, rows, serviceOf } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const settings = (release: object): Environment['settings'] => ({ store: { cache: { release } as object } });

/** A component that is a chart alone, and a service of another component that calls it. */
const components: Rows['components'] = {
  store: store(),
  user: { services: { user: serviceOf(CacheUser, 'user') } },
};
const site = { ...rows().site, exposed: [] };
const synthesized = new Synthesized(
  platform({
    site,
    components,
    environments: [
      environment('dev', { sync: 'manual', settings: settings({ values: { size: 'small' } }) }),
      environment('prod', { placement: { default: 'farm' }, settings: settings({ version: '2.0.0' }) }),
    ],
    clusters: [rows().clusters[0]!, cluster('farm', { operators: ['external-secrets'] })],
  }),
);

test('each environment has an Application of its own, with its values, its version and its way to sync', () => {
  const dev = synthesized.find('Application', 'dev-store-cache');
  const prod = synthesized.find('Application', 'prod-store-cache');

  expect(dev.spec).toMatchObject({
    project: 'dev',
    source: {
      repoURL: 'https://charts.example.com',
      chart: 'cache',
      targetRevision: '1.2.3',
      helm: { releaseName: 'cache', valuesObject: { size: 'small' } },
    },
    destination: { name: 'in-cluster', namespace: 'store-dev' },
    syncPolicy: { automated: { enabled: false } },
  });
  expect(prod.spec).toMatchObject({
    source: { targetRevision: '2.0.0', helm: { valuesObject: {} } },
    destination: { name: 'farm', namespace: 'store-prod' },
    syncPolicy: { automated: { enabled: true, prune: true } },
  });
  expect(at(prod, 'metadata', 'annotations', 'argocd.argoproj.io/sync-wave')).toBe('20');
  expect(at(prod, 'spec', 'syncPolicy', 'syncOptions')).not.toContain('CreateNamespace=true');
  expect(synthesized.unit('argocd/roots/farm')!.manifests).toContain(prod);
});

test('a component that holds data keeps what its chart made', () => {
  const kept = new Synthesized(platform({ site, components: { ...components, store: store({ stateful: true }) } }));
  const { metadata, spec } = kept.find('Application', 'prod-store-cache');

  expect(metadata.finalizers).toBeUndefined();
  expect(at(spec!, 'syncPolicy', 'automated')).toEqual({ enabled: true, selfHeal: true });
});

test('its project admits the repository, the kinds and the namespace, and no more', () => {
  const { spec } = synthesized.find('AppProject', 'prod');

  expect(at(spec!, 'sourceRepos')).toEqual(['https://charts.example.com', 'https://example.com/org/repo.git']);
  expect(at(spec!, 'clusterResourceWhitelist')).toEqual([]);
  expect(at(spec!, 'namespaceResourceWhitelist')).toContainEqual({ group: 'apps', kind: 'StatefulSet' });
});

test('kinds of the whole cluster are admitted where a reason is said', () => {
  const clusterKinds = { 'rbac.authorization.k8s.io/ClusterRole': 'It reads the nodes to spread.' };
  const wide = new Synthesized(
    platform({ site, components, environments: [environment('prod', { settings: settings({ clusterKinds }) })] }),
  );

  expect(at(wide.find('AppProject', 'prod'), 'spec', 'clusterResourceWhitelist')).toEqual([
    { group: 'rbac.authorization.k8s.io', kind: 'ClusterRole' },
  ]);
});

test('a registry is named without its scheme', () => {
  const repository = 'oci://ghcr.io/example-org/charts';
  const oci = new Synthesized(
    platform({ site, components, environments: [environment('prod', { settings: settings({ repository }) })] }),
  );

  expect(at(oci.find('Application', 'prod-store-cache'), 'spec', 'source', 'repoURL')).toBe(
    'ghcr.io/example-org/charts',
  );
  expect(at(oci.find('AppProject', 'prod'), 'spec', 'sourceRepos')).toContain('ghcr.io/example-org/charts');
});

test('its pods count for the bounds of the namespace', () => {
  expect(at(synthesized.find('ResourceQuota', 'quota', 'store-prod'), 'spec', 'hard')).toEqual({
    'limits.cpu': '600m',
    'limits.ephemeral-storage': '96Mi',
    'limits.memory': '768Mi',
    'persistentvolumeclaims': '2',
    'pods': '3',
    'requests.cpu': '150m',
    'requests.ephemeral-storage': '96Mi',
    'requests.memory': '192Mi',
    'requests.storage': '2Gi',
    'services.loadbalancers': '0',
    'services.nodeports': '0',
  });
  expect(at(synthesized.find('LimitRange', 'limits', 'store-prod'), 'spec', 'limits', 0, 'max')).toEqual({
    'cpu': '200m',
    'ephemeral-storage': '64Mi',
    'memory': '256Mi',
  });
});

test('a container that states nothing counts as what the LimitRange gives it', () => {
  const pods = [{ workload: 'DaemonSet', name: 'cache', containers: { cache: { limits: { memory: '96Mi' } } } }];
  const kinds = ['/Service', 'apps/DaemonSet'];
  const open = new Synthesized(
    platform({ site, components, environments: [environment('prod', { settings: settings({ pods, kinds }) })] }),
  );
  const { spec } = open.find('LimitRange', 'limits', 'store-prod');

  expect(at(open.find('ResourceQuota', 'quota', 'store-prod'), 'spec', 'hard')).toMatchObject({
    'pods': '3',
    'requests.cpu': '30m',
    'limits.cpu': '300m',
    'requests.memory': '288Mi',
    'limits.memory': '288Mi',
  });
  expect(at(spec!, 'limits', 0, 'default', 'cpu')).toBe('100m');
  expect(at(spec!, 'limits', 0, 'defaultRequest', 'cpu')).toBe('10m');
});

test('it is called by the name of its Service, and policies of both sides find its pods by its labels', () => {
  const pods = { matchLabels: { 'app.kubernetes.io/instance': 'cache' } };
  const container = at(
    synthesized.find('Deployment', 'user', 'user-prod'),
    'spec',
    'template',
    'spec',
    'containers',
    0,
  );

  expect(at(container!, 'env', 0, 'value')).toBe('tcp://cache-primary.store-prod.svc.cluster.local:6379');
  expect(synthesized.find('NetworkPolicy', 'cache', 'store-prod').spec).toEqual({
    podSelector: pods,
    policyTypes: ['Ingress', 'Egress'],
    ingress: [
      {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'user-prod' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'user' } },
          },
        ],
        ports: [{ port: 16379, protocol: 'TCP' }],
      },
    ],
  });
  expect(at(synthesized.find('NetworkPolicy', 'user', 'user-prod'), 'spec', 'egress', 0, 'ports', 0, 'port')).toBe(
    16379,
  );
});

test('its pods reach the API server of the cluster where it says so', () => {
  const calling = new Synthesized(
    platform({
      site,
      components,
      environments: [environment('prod', { settings: settings({ callsKubernetesApi: true }) })],
    }),
  );

  expect(at(calling.find('NetworkPolicy', 'cache', 'store-prod'), 'spec', 'egress')).toEqual([
    { to: [{ ipBlock: { cidr: '10.0.0.0/24' } }], ports: [{ port: 6443, protocol: 'TCP' }] },
  ]);
});

test('a node port leads to a number, since nobody here knows what the chart calls its ports', () => {
  const offers = { cache: { port: 6379, scheme: 'tcp', nodePort: 30079 } } as const;
  const exposed = new Synthesized(
    platform({
      site: { ...site, exposed: ['store/cache'] },
      components: { store: store({ services: { cache: cacheService({ offers }) } }) },
    }),
  );

  expect(exposed.find('Service', 'cache-nodeport', 'store-prod').spec).toMatchObject({
    selector: { 'app.kubernetes.io/instance': 'cache' },
    ports: [{ port: 6379, targetPort: 6379, nodePort: 30079 }],
  });
});

test('a component that is a chart alone, called by nobody, is its namespace and its Application', () => {
  const alone = new Synthesized(
    platform({ site, components: { store: store() }, environments: [environment('prod')] }),
  );
  const paths = alone.units.map(({ path }) => path);

  expect(paths).not.toContain('overlays/prod/store');
  expect(paths).toContain('clusters/cloud/prod/foundation');
  expect(alone.names('Application', 'argocd/roots/cloud')).toContain('prod-store-cache');
});

describe('the rules', () => {
  const cloud = [{ ...rows().clusters[0]!, operators: ['external-secrets'] }, rows().clusters[1]!];
  const tables = checkedPlatform(rows({ site, components, clusters: cloud }), {});
  const { units, delivery } = unitsOf(tables);
  const problemsIn = async (some: readonly Unit[]): Promise<string[]> =>
    (await findings(some, { platform: tables, delivery })).map(
      ({ rule, unit, object, message }) => `${rule}: ${unit}: ${object}: ${message}`,
    );

  test('find nothing in a platform with charts', async () => {
    expect(await problemsIn(units)).toEqual([]);
  });

  test('judge the pods of a chart by its flows', async () => {
    const path = 'overlays/prod/store';
    const closed = units.map(unit => (unit.path === path ? { ...unit, manifests: [] } : unit));

    expect(await problemsIn(closed)).toContainEqual(
      expect.stringMatching(
        /^network-as-declared: overlays\/prod\/store: StatefulSet cache-primary: .*Deployment user/,
      ),
    );
  });
});
