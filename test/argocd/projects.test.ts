import { project } from '../../lib/argocd/project.ts';
import { groupOf, namespaceOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { environment, platform } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const { clusters } = platform();
const synthesized = new Synthesized(
  platform({
    clusters: [{ ...clusters[0]!, operators: ['cert-manager', 'external-secrets'] }, clusters[1]!],
    environments: [environment('dev'), environment('prod', { placement: { default: 'cloud', shop: 'farm' } })],
  }),
);
const projects = synthesized.objects('argocd/projects');

/** The part of a project that decides what is admitted. */
interface Admits {
  readonly sourceRepos: readonly string[];
  readonly destinations: readonly { readonly name?: string; readonly server?: string; readonly namespace: string }[];
  readonly clusterResourceWhitelist: readonly Kind[];
  readonly namespaceResourceWhitelist?: readonly Kind[];
  readonly namespaceResourceBlacklist?: readonly Kind[];
}

interface Kind {
  readonly group: string;
  readonly kind: string;
  readonly name?: string;
}

test('there is a project for the roots, for Argo CD, for each cluster and each environment, and the locked one', () => {
  expect(synthesized.names('AppProject')).toEqual([
    'argocd',
    'bootstrap',
    'default',
    'dev',
    'platform-cloud',
    'platform-farm',
    'prod',
  ]);
});

test.each(folderApplications())('the project of $name admits all that it contains', ({ application, objects }) => {
  expect(refusals(projectOf(application), application, objects)).toEqual([]);
});

test('a kind that a project was not made for is refused', () => {
  const [{ application, objects }] = folderApplications().filter(({ name }) => name === 'prod-shop') as [Delivered];
  const role: Manifest = {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'shop', namespace: 'shop-prod' },
  };
  const elsewhere: Manifest = { ...objects[0]!, metadata: { ...objects[0]!.metadata, namespace: 'customer-prod' } };
  const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'mine' } };

  expect(refusals(projectOf(application), application, [role, elsewhere, namespace])).toEqual([
    'Role',
    'farm/customer-prod',
    'Namespace',
  ]);
});

test('no project admits a kind or a namespace that none of its Applications has', () => {
  for (const {
    metadata: { name },
    spec,
  } of projects.filter(each => ['dev', 'prod'].includes(each.metadata.name))) {
    const delivered = folderApplications().filter(({ application }) => at(application, 'spec', 'project') === name);
    const kinds = new Set(delivered.flatMap(each => each.objects).map(each => `${groupOf(each)}/${each.kind}`));
    const namespaces = new Set(
      delivered.map(
        ({ application }) =>
          `${at(application, 'spec', 'destination', 'name')}/${at(application, 'spec', 'destination', 'namespace')}`,
      ),
    );
    const admits = spec as unknown as Admits;

    expect(admits.namespaceResourceWhitelist!.map(({ group, kind }) => `${group}/${kind}`)).toEqual([...kinds].sort());
    expect(admits.destinations.map(({ name: to, namespace }) => `${to}/${namespace}`)).toEqual([...namespaces].sort());
    expect(admits.clusterResourceWhitelist).toEqual([]);
    expect(admits.sourceRepos).toEqual(['https://example.com/org/repo.git']);
  }
});

test('namespaces are admitted by name, those that operators make included', () => {
  const { clusterResourceWhitelist } = synthesized.find('AppProject', 'platform-cloud').spec as unknown as Admits;

  expect(clusterResourceWhitelist.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name)).toEqual([
    'cert-manager',
    'customer-dev',
    'customer-prod',
    'external-secrets',
    'shop-dev',
  ]);
});

test('destinations say the name of their cluster and nothing that would match another', () => {
  for (const { spec } of projects) {
    for (const destination of (spec as unknown as Admits).destinations) {
      expect(Object.keys(destination).sort()).toEqual(['name', 'namespace']);
      expect(JSON.stringify(destination)).not.toContain('*');
    }
  }
});

test("only the roots' project and Argo CD's own reach its namespace", () => {
  const reaching = projects.filter(({ spec }) =>
    (spec as unknown as Admits).destinations.some(to => to.name === 'in-cluster' && to.namespace === 'argocd'),
  );

  expect(reaching.map(({ metadata }) => metadata.name).sort()).toEqual(['argocd', 'bootstrap']);
  expect(at(synthesized.find('AppProject', 'bootstrap'), 'spec', 'namespaceResourceWhitelist')).toEqual([
    { group: 'argoproj.io', kind: 'AppProject' },
    { group: 'argoproj.io', kind: 'Application' },
  ]);
});

test('the project that Applications fall back to admits nothing, and so does one that needs nothing', () => {
  const nothing = {
    sourceRepos: [],
    destinations: [],
    clusterResourceWhitelist: [],
    namespaceResourceBlacklist: [{ group: '*', kind: '*' }],
  };

  expect(synthesized.find('AppProject', 'default').spec).toMatchObject(nothing);
  expect(project('empty', '', []).spec).toMatchObject(nothing);
});

test('projects come before and go after all that refers to them', () => {
  for (const { metadata } of projects) {
    expect(metadata.annotations).toEqual({
      'argocd.argoproj.io/sync-options': 'Delete=false',
      'argocd.argoproj.io/sync-wave': '-10',
    });
    expect(metadata.finalizers).toEqual(['resources-finalizer.argocd.argoproj.io']);
  }
});

interface Delivered {
  readonly name: string;
  readonly application: Manifest;
  readonly objects: readonly Manifest[];
}

/** Every Application of a folder, with the objects that are in it. */
function folderApplications(): Delivered[] {
  return synthesized
    .objects('argocd/')
    .filter(({ kind }) => kind === 'Application')
    .flatMap(application => {
      const unit = synthesized.unit(String(at(application, 'spec', 'source', 'path')).replace('dist/', ''));
      return unit ? [{ name: application.metadata.name, application, objects: unit.manifests }] : [];
    });
}

function projectOf(application: Manifest): Admits {
  return synthesized.find('AppProject', String(at(application, 'spec', 'project'))).spec as unknown as Admits;
}

/** What Argo CD would refuse: the repository, the destination, or objects. Written from its documentation. */
function refusals(admits: Admits, application: Manifest, objects: readonly Manifest[]): string[] {
  const { source, destination } = application.spec as unknown as {
    source: { repoURL: string };
    destination: { name: string; namespace: string };
  };
  const reaches = (namespace: string): boolean =>
    admits.destinations.some(each => each.name === destination.name && each.namespace === namespace);
  const refused = admits.sourceRepos.includes(source.repoURL) ? [] : [source.repoURL];
  for (const namespace of [destination.namespace, ...objects.map(namespaceOf).filter(each => each !== undefined)]) {
    if (!reaches(namespace)) refused.push(`${destination.name}/${namespace}`);
  }
  const kinds = objects.filter(
    object =>
      !(namespaceOf(object) === undefined
        ? admits.clusterResourceWhitelist.some(kind => isOf(object, kind))
        : (admits.namespaceResourceWhitelist ?? []).some(kind => isOf(object, kind))),
  );
  return [
    ...kinds.filter(object => namespaceOf(object) !== undefined).map(({ kind }) => kind),
    ...refused,
    ...kinds.filter(object => namespaceOf(object) === undefined).map(({ kind }) => kind),
  ];
}

function isOf(object: Manifest, { group, kind, name = object.metadata.name }: Kind): boolean {
  return groupOf(object) === group && object.kind === kind && object.metadata.name === name;
}
