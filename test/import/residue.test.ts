import type { Rows } from '../../lib/model/platform.ts';
import { cluster, environment } from '../fixtures/platform.ts';
import { Workshop } from './imports.ts';
import type { Tree } from './trees.ts';

let workshop: Workshop | undefined;
afterEach(() => {
  workshop?.remove();
  workshop = undefined;
});

const overlay = (lines: string): string => `resources: [../../base]\n${lines}`;

const role = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: {name: reader}
rules: [{apiGroups: [""], resources: [pods], verbs: [get]}]
`;

const settings = `
apiVersion: v1
kind: ConfigMap
metadata: {name: settings, namespace: shop-plain}
data: {a: b}
`;

/** Two overlays over one base. */
function overlays(base: string, dev: string, prod: string): Tree {
  return {
    'base/kustomization.yaml': 'resources: [base.yaml]\n',
    'base/base.yaml': base,
    'overlays/dev/kustomization.yaml': overlay(dev),
    'overlays/prod/kustomization.yaml': overlay(prod),
  };
}

async function residue(tree: Tree, overrides: Partial<Rows> = {}): Promise<string[]> {
  workshop = new Workshop(tree, overrides);
  const { environments } = await workshop.import({ name: 'plain' });
  return environments.flatMap(({ environment: name, residue: all, objects, equal }) => [
    ...all.map(({ object, reason }) => `${name}: ${object}: ${reason}`),
    `${name}: ${equal} of ${objects}`,
  ]);
}

const suffixed = (name: string): string => `namespace: plain-${name}\n`;

test('what a cluster has once, and two environments on it want otherwise', async () => {
  const patch = `patches:
- patch: |-
    apiVersion: rbac.authorization.k8s.io/v1
    kind: ClusterRole
    metadata: {name: reader}
    rules: [{apiGroups: [""], resources: [pods], verbs: [get, list]}]
`;
  const tree = overlays(role + '---' + settings, suffixed('dev'), suffixed('prod') + patch);

  expect(await residue(tree)).toEqual([
    "dev: ClusterRole reader: differs from that of 'prod', which is on the same cluster: a cluster has it once",
    'dev: 1 of 2',
    'prod: 2 of 2',
  ]);
});

test('no residue where the two are on clusters of their own', async () => {
  const apart = {
    clusters: [cluster('cloud', { operators: ['external-secrets'] }), cluster('farm')],
    environments: [
      environment('dev', { placement: { default: 'cloud' } }),
      environment('prod', { placement: { default: 'farm' } }),
    ],
    components: {},
    site: { ...new Workshop({}).program.site, exposed: [] },
  };
  const label = 'commonLabels: {stage: prod}\n';

  expect(await residue(overlays(role + '---' + settings, suffixed('dev'), suffixed('prod') + label), apart)).toEqual([
    'dev: 2 of 2',
    'prod: 2 of 2',
  ]);
});

test('numbers that no patch carries, and lists', async () => {
  const large = `
apiVersion: v1
kind: ConfigMap
metadata: {name: large, namespace: shop-plain}
data: {}
size: 9223372036854775807
`;
  const found = await residue(overlays(`${large}---${settings}`, suffixed('dev'), suffixed('prod')));

  expect(found).toEqual([
    "dev: ConfigMap large: '/size' is 9223372036854776000, an integer must lie within ±9007199254740991, or be a text",
    'dev: 1 of 2',
    "prod: ConfigMap large: '/size' is 9223372036854776000, an integer must lie within ±9007199254740991, or be a text",
    'prod: 1 of 2',
  ]);
});

test('labels of a namespace that only one environment has', async () => {
  const ground = '---\napiVersion: v1\nkind: Namespace\nmetadata: {name: shop-plain}\n';
  const tree = overlays(
    settings + ground,
    suffixed('dev') + 'commonLabels: {stage: dev}\n',
    suffixed('prod') + 'commonLabels: {stage: prod}\n',
  );

  expect(await residue(tree)).toEqual([
    "dev: Namespace plain-dev: the platform's Namespace has '' for 'stage' of its labels, not 'dev'",
    'dev: 1 of 2',
    "prod: Namespace plain-prod: the platform's Namespace has '' for 'stage' of its labels, not 'prod'",
    'prod: 1 of 2',
  ]);
});

test('a subject whose namespace Kustomize fills in', async () => {
  const account = '---\napiVersion: v1\nkind: ServiceAccount\nmetadata: {name: reader, namespace: plain-dev}\n';
  const binding = `---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: {name: reader, namespace: plain-dev}
roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
subjects: [{kind: ServiceAccount, name: reader}]
`;
  workshop = new Workshop({ 'all.yaml': account + binding });
  const { environments } = await workshop.import({ name: 'plain', environments: ['dev=all.yaml'] });

  expect(environments.flatMap(each => each.residue)).toEqual([
    {
      environment: 'dev',
      object: 'RoleBinding reader of plain-dev',
      reason:
        "'/subjects/0/namespace' is not there in the tree, and 'plain-dev' in what is built, which means the same",
    },
  ]);
});

test('objects that are renamed, added and dropped stand in no base', async () => {
  const tree = overlays(settings, suffixed('dev') + 'namePrefix: dev-\n', suffixed('prod'));

  expect(await residue(tree)).toEqual(['dev: 1 of 1', 'prod: 1 of 1']);
  expect([...workshop!.files().keys()].filter(path => path.endsWith('.yaml'))).toEqual([
    'lib/components/plain/yaml/dev/configmap.dev-settings.yaml',
    'lib/components/plain/yaml/prod/configmap.settings.yaml',
  ]);
});

test('an environment that the tree does not have gets nothing', async () => {
  workshop = new Workshop({ 'all.yaml': settings });
  const { written } = await workshop.import({ name: 'plain', environments: ['prod=all.yaml'] });

  expect(written!.added).toEqual([
    { file: 'overlays/dev.ts', line: "    'plain': 'none',", isWritten: false },
    {
      file: 'overlays/components.ts',
      line: "export { plain } from '../lib/components/plain/index.ts';",
      isWritten: true,
    },
  ]);
  expect(workshop.read('overlays/components.ts')).toContain(
    "\nexport { plain } from '../lib/components/plain/index.ts';\n",
  );
});
