import { Application } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/Application';
import { AppProject } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProject';
import type { Manifest } from '../../lib/model/manifest.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { exampleRows } from '../fixtures/example.ts';
import { environment, platform } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';
import { twoSites } from '../fixtures/two-sites.ts';

const { argoCd, operators } = exampleRows;
const synthesized = new Synthesized({ ...twoSites(), argoCd, operators });
const applications = synthesized.objects('argocd/').filter(({ kind }) => kind === 'Application');
const find = (name: string): Manifest => synthesized.find('Application', name);

test('every unit is delivered by exactly one Application, but for what a person applies', () => {
  const paths = applications.map(({ spec }) => at(spec!, 'source', 'path')).filter(path => path !== undefined);
  const folders = synthesized.units.map(({ path }) => `dist/${path}`).filter(path => path !== 'dist/argocd/bootstrap');

  expect(paths.sort()).toEqual(folders.sort());
});

test("the API's own types find nothing wrong with any Application or project", () => {
  for (const object of synthesized.objects('argocd/')) {
    if (object.kind === 'Application') new Application(object as never).validate();
    if (object.kind === 'AppProject') new AppProject(object as never).validate();
  }
});

test.each([
  ['dev-shop', 'dev', 'in-cluster', 'shop-dev', 'dist/overlays/dev/shop', '20'],
  ['prod-shop', 'prod', 'farm', 'shop-prod', 'dist/overlays/prod/shop', '20'],
  ['cloud-foundation', 'platform-cloud', 'in-cluster', 'default', 'dist/clusters/cloud/foundation', '-5'],
  ['farm-foundation', 'platform-farm', 'farm', 'default', 'dist/clusters/farm/foundation', '-5'],
  ['prod-farm-foundation', 'platform-farm', 'farm', 'default', 'dist/clusters/farm/prod/foundation', '-5'],
  ['cloud-issuers', 'platform-cloud', 'in-cluster', 'default', 'dist/clusters/cloud/issuers', '5'],
  ['cloud-argocd-settings', 'argocd', 'in-cluster', 'argocd', 'dist/argocd/settings', '-5'],
  ['cloud-argocd-clusters', 'argocd', 'in-cluster', 'argocd', 'dist/argocd/clusters', '5'],
])('%s is in project %s, and delivers to %s/%s from %s in wave %s', (name, project, cluster, namespace, path, wave) => {
  const application = find(name);

  expect(application.spec).toMatchObject({
    project,
    destination: { name: cluster, namespace },
    source: { repoURL: 'https://example.com/org/repo.git', targetRevision: 'refs/heads/main', path },
    revisionHistoryLimit: 3,
  });
  expect(annotation(application, 'sync-wave')).toBe(wave);
});

test.each([
  ['cloud-cert-manager', 'platform-cloud', 'https://charts.jetstack.io', /^v\d+\.\d+\.\d+$/],
  ['cloud-external-secrets', 'platform-cloud', 'https://charts.external-secrets.io', /^\d+\.\d+\.\d+$/],
  ['cloud-argocd', 'argocd', 'https://argoproj.github.io/argo-helm', /^\d+\.\d+\.\d+$/],
])('%s is a chart of project %s from %s at an exact version', (name, project, repoURL, version) => {
  expect(find(name).spec).toMatchObject({ project, source: { repoURL } });
  expect(at(find(name), 'spec', 'source', 'targetRevision')).toMatch(version);
});

test("an operator's namespace is made with it and admits only restricted pods; all others are there before", () => {
  const making = applications.filter(({ spec }) =>
    (at(spec!, 'syncPolicy', 'syncOptions') as readonly string[]).includes('CreateNamespace=true'),
  );

  expect(making.map(({ metadata }) => metadata.name).sort()).toEqual(['cloud-cert-manager', 'cloud-external-secrets']);
  expect(at(find('cloud-cert-manager'), 'spec', 'syncPolicy', 'managedNamespaceMetadata', 'labels')).toMatchObject({
    'pod-security.kubernetes.io/enforce': 'restricted',
  });
});

test('every Application heals, never empties itself, and applies on the server', () => {
  for (const { spec } of applications) {
    expect(at(spec!, 'syncPolicy', 'automated')).toMatchObject({ selfHeal: true });
    expect(at(spec!, 'syncPolicy', 'automated')).not.toHaveProperty('allowEmpty');
    expect(at(spec!, 'syncPolicy', 'syncOptions')).toEqual(
      expect.arrayContaining([
        'ServerSideApply=true',
        'ApplyOutOfSyncOnly=true',
        'PruneLast=true',
        'RespectIgnoreDifferences=true',
        'FailOnSharedResource=true',
      ]),
    );
    expect(at(spec!, 'syncPolicy', 'retry')).toMatchObject({ refresh: true, backoff: { maxDuration: '5m' } });
  }
});

test('what lies in git is tried for ever, and a chart until a commit that mends it can follow', () => {
  for (const { metadata, spec } of applications) {
    const isChart = at(spec!, 'source', 'chart') !== undefined;
    expect([metadata.name, at(spec!, 'syncPolicy', 'retry', 'limit')]).toEqual([metadata.name, isChart ? 12 : -1]);
  }
});

test('nothing that a root makes goes with the root, and only roots have no guard', () => {
  for (const { metadata } of applications) {
    const options = at(metadata, 'annotations', 'argocd.argoproj.io/sync-options') ?? '';
    expect([metadata.name, String(options).split(',').includes('Delete=false')]).toEqual([
      metadata.name,
      !metadata.name.startsWith('root-'),
    ]);
  }
});

test('an environment can be set to manual: then a person starts each sync of all that is its own', () => {
  const enabled = (name: string): unknown => at(find(name), 'spec', 'syncPolicy', 'automated', 'enabled');

  expect(['dev-shop', 'dev-customer', 'dev-cloud-foundation'].map(enabled)).toEqual([false, false, false]);
  expect(['prod-shop', 'prod-farm-foundation'].map(enabled)).toEqual([true, true]);
  expect(['cloud-foundation', 'farm-foundation', 'root-cloud'].map(enabled)).toEqual([true, true, true]);
});

test('an environment can follow a revision of its own, with its ground and its secrets', () => {
  const settings = { shop: { shop: { env: { TOKEN: secretRef('till', 'token') } } } } as never;
  const pinned = new Synthesized(
    platform({
      environments: [
        environment('dev', { nodePortOffset: 1000, settings }),
        environment('prod', { revision: 'refs/tags/v1', sync: 'manual', settings }),
      ],
    }),
  );
  const of = (name: string): unknown[] => [
    at(pinned.find('Application', name), 'spec', 'source', 'targetRevision'),
    at(pinned.find('Application', name), 'spec', 'syncPolicy', 'automated', 'enabled'),
  ];

  for (const name of ['prod-shop', 'prod-customer', 'prod-cloud-foundation', 'prod-cloud-secrets']) {
    expect([name, ...of(name)]).toEqual([name, 'refs/tags/v1', false]);
  }
  for (const name of ['dev-shop', 'dev-cloud-foundation', 'dev-cloud-secrets', 'cloud-foundation', 'root-cloud']) {
    expect([name, ...of(name)]).toEqual([name, 'refs/heads/main', true]);
  }
});

test('only what an autoscaler decides is ignored', () => {
  expect(at(find('prod-shop'), 'spec', 'ignoreDifferences')).toEqual([
    { group: 'apps', kind: 'Deployment', name: 'shop', namespace: 'shop-prod', jsonPointers: ['/spec/replicas'] },
  ]);
  const children = synthesized.objects('argocd/roots');
  expect(children.filter(({ spec }) => at(spec!, 'ignoreDifferences') !== undefined)).toEqual([find('prod-shop')]);
});

test('a commit renders only the Applications whose folders it touches', () => {
  expect(annotation(find('prod-shop'), 'manifest-generate-paths')).toBe('/dist/base/shop;/dist/overlays/prod/shop');
  expect(annotation(find('farm-foundation'), 'manifest-generate-paths')).toBe('/dist/clusters/farm/foundation');
  expect(annotation(find('root-farm'), 'manifest-generate-paths')).toBe('/dist/argocd/roots/farm');
});

describe('when an Application goes', () => {
  const cascade = 'resources-finalizer.argocd.argoproj.io/foreground';

  test('a stateless component takes its objects along', () => {
    expect(find('prod-shop').metadata.finalizers).toEqual([cascade]);
    expect(at(find('prod-shop'), 'spec', 'syncPolicy', 'automated', 'prune')).toBe(true);
  });

  test('what a cluster has once goes too, unless objects of other kinds would go with it', () => {
    expect(find('farm-foundation').metadata.finalizers).toEqual([cascade]);
  });

  test('a stateful component prunes what is not guarded', () => {
    expect(at(find('prod-customer'), 'spec', 'syncPolicy', 'automated', 'prune')).toBe(true);
  });

  test.each(['prod-customer', 'prod-farm-foundation', 'cloud-argocd-settings', 'cloud-argocd', 'cloud-cert-manager'])(
    '%s stays, because data or other objects would go with it',
    name => {
      expect(find(name).metadata.finalizers).toBeUndefined();
      expect(annotation(find(name), 'sync-options')).toBe('Prune=false,Delete=false');
    },
  );

  test.each([['root-projects'], ['root-cloud'], ['root-farm']])('%s leaves all of its children', name => {
    expect(find(name).metadata.finalizers).toBeUndefined();
    expect(at(find(name), 'spec', 'project')).toBe('bootstrap');
  });
});

test("names that would meet in Argo CD's namespace are refused", () => {
  expect(() => new Synthesized(platform({ environments: [environment('argocd')] }))).toThrow(
    "there would be two of 'AppProject argocd'",
  );
});

function annotation({ metadata }: Manifest, name: string): unknown {
  return (metadata.annotations as JsonMap | undefined)?.[`argocd.argoproj.io/${name}`];
}
