import { patchedSet } from '../../lib/kustomize/patched-set.ts';
import type { PatchEntry } from '../../lib/kustomize/patched-set.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { byIdentity, inFolder, jsonText } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';

const objects: readonly Manifest[] = [
  deployment('web', [{ name: 'main', image: 'x', env: [{ name: 'A' }, { name: 'B' }] }, { name: 'sidecar' }]),
  deployment('api', [{ name: 'main', image: 'y', ports: [{ containerPort: 80 }, { containerPort: 81 }] }]),
  { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'settings' }, data: { a: '1' } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'holes' }, spec: { containers: [{}, { name: 'a' }] } },
];

type Row = readonly [name: string, entry: PatchEntry];

/** What people write, one kustomization each. */
const rows: readonly Row[] = [
  ['an object taken away', strategic({ kind: 'ConfigMap', apiVersion: 'v1', name: 'settings' }, { $patch: 'delete' })],
  ['all of a kind taken away', { ...strategic({ name: 'any' }, { $patch: 'delete' }), target: { kind: 'Deployment' } }],
  ['one patch for two objects', { ...strategic({ name: 'any' }, { spec: { x: 1 } }), target: { name: 'web|api' } }],
  ['a target that selects nothing', { ...strategic({ name: 'any' }, { spec: { x: 1 } }), target: { name: 'we' } }],
  ['an item taken away', containers({ name: 'sidecar', $patch: 'delete' })],
  ['an item within an item taken away', containers({ name: 'main', env: [{ name: 'A', $patch: 'delete' }] })],
  ['a list replaced', containers({ name: 'new' }, { $patch: 'replace' })],
  ['a list within an item replaced', containers({ name: 'main', env: [{ name: 'C' }, { $patch: 'replace' }] })],
  ['a map replaced', strategic({ name: 'web' }, { spec: { $patch: 'replace', x: 1 } })],
  [
    'metadata taken away, but for the name',
    strategic({ name: 'web' }, { metadata: { name: 'web', $patch: 'delete' } }),
  ],
  [
    'metadata replaced',
    strategic({ name: 'web' }, { metadata: { name: 'web', $patch: 'replace', labels: { a: 'b' } } }),
  ],
  ['an empty item in the base', strategic({ apiVersion: 'v1', kind: 'Pod', name: 'holes' }, { spec: { x: 1 } })],
  ['an item that does not say its key', containers({ image: 'z' })],
  [
    'a port without protocol',
    strategic({ name: 'api' }, pods({ name: 'main', ports: [{ containerPort: 81, name: 'p' }] })),
  ],
  ['a port that the base has without protocol', strategic({ name: 'api' }, pods({ name: 'main', ports: [TCP(81)] }))],
  [
    'what kubectl understands and Kustomize does not',
    containers({ 'name': 'main', '$setElementOrder/env': [{ name: 'B' }] }),
  ],
  ['an item added at the end', json({ op: 'add', path: '/spec/template/spec/containers/-', value: { name: 'new' } })],
  ['an item added in front', json({ op: 'add', path: '/spec/template/spec/containers/0', value: { name: 'new' } })],
  ['a field of an item', json({ op: 'replace', path: '/spec/template/spec/containers/1/image', value: 'z' })],
  [
    'an item moved',
    json({ op: 'move', from: '/spec/template/spec/containers/0', path: '/spec/template/spec/containers/1' }),
  ],
  ['a field copied', json({ op: 'copy', from: '/spec/template/spec/containers/0/env', path: '/spec/env' })],
  ['the first annotation', json({ op: 'add', path: '/metadata/annotations/a~1b', value: 'c' })],
  [
    'a field behind a test',
    json(
      { op: 'test', path: '/spec/template/spec/containers/0/name', value: 'main' },
      { op: 'remove', path: '/spec/template/spec/containers/0/env/0' },
    ),
  ],
];

describe.each(kustomizes())('$name makes what the model says of', kustomize => {
  // Each in a namespace of its own, so that one build judges them all.
  const placed = rows.map(([name, entry], index) => ({ name, entry: entryIn(entry, `case-${index}`), index }));
  const everything = placed.map(({ index }) => objects.map(object => inNamespaceOf(object, `case-${index}`)));
  const entries = placed.map(({ entry }) => entry);
  const results = kustomizedBy(everything.flat(), entries) as Manifest[];

  test.each(placed)('$name', ({ entry, index }) => {
    const own = results.filter(({ metadata }) => metadata.namespace === `case-${index}`);

    expect(byIdentity(own)).toEqual(byIdentity(patchedSet(everything[index]!, entry, { isByPeople: true })));
  });

  test.each<Row>([
    ['a patch for an object that is not there', strategic({ name: 'gone' }, { spec: { x: 1 } })],
    ['an unknown directive', strategic({ name: 'web' }, { spec: { $patch: 'keep' } })],
    ['a test that fails', json({ op: 'test', path: '/spec/x', value: 1 })],
    ['a place behind the end', json({ op: 'add', path: '/spec/template/spec/containers/3', value: {} })],
    ['a way through what is missing', json({ op: 'add', path: '/spec/x/y', value: 1 })],
    ['the removal of what is missing', json({ op: 'remove', path: '/spec/x' })],
  ])('%s: a failure', (_, entry) => {
    expect(() => patchedSet(objects, entry, { isByPeople: true })).toThrow();
    expect(() => kustomizedBy(objects, [entry])).toThrow();
  });

  test('metadata taken away where there is no namespace', () => {
    const entry = strategic({ name: 'web' }, { metadata: { name: 'web', $patch: 'delete' } });

    expect(byIdentity(kustomizedBy(objects, [entry]))).toEqual(
      byIdentity(patchedSet(objects, entry, { isByPeople: true })),
    );
  });

  function kustomizedBy(manifests: readonly Manifest[], list: readonly PatchEntry[]): JsonMap[] {
    const files = new Map([['o.yaml', manifests.map(jsonText).join('---\n')]]);
    const patches = list.map(({ patch, target }, index): JsonMap => {
      const path = `${index}.yaml`;
      files.set(path, jsonText(patch.form === 'strategic' ? patch.body : (patch.operations as unknown as Json)));
      return { path, ...(target && { target: { ...target } }) };
    });
    files.set('kustomization.yaml', jsonText({ resources: ['o.yaml'], patches }));
    return inFolder(files, folder => kustomize.build(folder));
  }
});

function entryIn({ patch, target }: PatchEntry, namespace: string): PatchEntry {
  if (target) return { patch, target: { ...target, namespace } };
  return patch.form === 'strategic' ? { patch: { ...patch, body: inNamespaceOf(patch.body, namespace) } } : { patch };
}

function inNamespaceOf<Body extends JsonMap>(body: Body, namespace: string): Body {
  return { ...body, metadata: { ...(body.metadata as JsonMap), namespace } };
}

test.each<[string, PatchEntry]>([
  ["'/spec/x/-' leads through", json({ op: 'add', path: '/spec/x/-', value: 1 })],
  ['must be a place from its start', json({ op: 'remove', path: '/spec/template/spec/containers/-1' })],
  ['is the whole object', json({ op: 'replace', path: '', value: {} })],
  ['which moves references too', json({ op: 'replace', path: '/metadata/name', value: 'b' })],
  ['Kustomize keeps its books', json({ op: 'copy', from: '/metadata/annotations', path: '/spec/x' })],
  ['is tested for null', json({ op: 'test', path: '/spec/template', value: { spec: null } })],
  ['may write in two ways', json({ op: 'test', path: '/spec/x', value: '<a>' })],
])('says that it does not know: %s', (message, entry) => {
  expect(() => patchedSet(objects, entry, { isByPeople: true })).toThrow(message);
});

test('a set with an object twice is refused, as Kustomize refuses it', () => {
  const [web] = objects as [Manifest];
  const twin = { ...web, metadata: { name: 'web', namespace: 'default' } };

  expect(() => patchedSet([web, twin], json({ op: 'remove', path: '/spec' }))).toThrow(
    "Deployment web in the namespace 'default' is there twice",
  );
});

type Operations = Extract<PatchEntry['patch'], { form: 'json6902' }>['operations'];

function json(...operations: Operations): PatchEntry {
  return { patch: { form: 'json6902', operations }, target: { kind: 'Deployment', name: 'web' } };
}

function strategic(
  { apiVersion = 'apps/v1', kind = 'Deployment', name }: Record<string, string>,
  body: JsonMap,
): PatchEntry {
  return { patch: { form: 'strategic', body: { apiVersion, kind, metadata: { name: name! }, ...body } } };
}

function containers(...items: readonly JsonMap[]): PatchEntry {
  return strategic({ name: 'web' }, pods(...items));
}

function pods(...items: readonly JsonMap[]): JsonMap {
  return { spec: { template: { spec: { containers: items } } } };
}

function TCP(containerPort: number): JsonMap {
  return { containerPort, protocol: 'TCP', name: 'p' };
}

function deployment(name: string, items: readonly JsonMap[]): Manifest {
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name }, ...pods(...items) };
}
