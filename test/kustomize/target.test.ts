import { prove } from '../../lib/kustomize/evaluate.ts';
import { selectedObjects } from '../../lib/kustomize/patched-set.ts';
import { patchBetween, targetOf } from '../../lib/kustomize/patch.ts';
import type { Patch, Target } from '../../lib/kustomize/patch.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { inFolder, jsonText } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';

const operations = [{ op: 'add', path: '/x', value: 'patched' }] as const;
const patch: Patch = { form: 'json6902', operations };

/** Objects whose names and kinds are alike, none of which may get the patch of another. */
const objects: readonly Manifest[] = [
  object('v1', 'Service', 'proxy'),
  object('v1', 'Service', 'proxy', 'a'),
  object('v1', 'Service', 'proxy', 'b'),
  object('serving.knative.dev/v1', 'Service', 'proxy'),
  object('v1', 'ConfigMap', 'a.b'),
  object('v1', 'ConfigMap', 'axb'),
  object('v1', 'ConfigMap', 'in-default', 'default'),
  object('v1', 'ConfigMap', 'in-default', 'other'),
  object('v1', 'PersistentVolume', 'disk', 'default'),
  object('rbac.authorization.k8s.io/v1', 'ClusterRole', 'reader', 'a'),
  object('rbac.authorization.k8s.io/v1', 'Role', 'reader', 'a'),
  object('example.com/v1', 'Cluster', 'x'),
  object('example.com/v2', 'Cluster', 'x'),
  object('example.com/v1', 'Cluster', 'x', 'a'),
];

/** Targets as people write them. */
const targets: readonly (readonly [name: string, target: Target])[] = [
  ['all', {}],
  ['a kind', { kind: 'Service' }],
  ['no group, which is any', { kind: 'Service', group: '', name: 'proxy' }],
  ['the core group', { kind: 'Service', group: '^$' }],
  ['the namespace of those that have none', { namespace: 'default' }],
  ['a namespace that kinds of the cluster do not have', { kind: 'ClusterRole|Role', namespace: 'a' }],
  ['wildcards', { kind: '.*', name: 'a.b' }],
  ['a part of a name', { name: 'prox' }],
  ['alternatives', { name: 'disk|a\\.b', kind: 'P.*|Config[M]ap' }],
  ['versions', { version: 'v[2]' }],
];

describe.each(kustomizes())('$name', kustomize => {
  const own = reached(objects.map(manifest => targetOf(manifest, objects)));
  const others = reached(targets.map(([, target]) => target));

  test.each(objects.map((manifest, index) => ({ manifest, index })))(
    'patches no other object than $manifest.kind $manifest.metadata of $manifest.apiVersion',
    ({ index }) => {
      expect(own[index]).toEqual([index]);
    },
  );

  test.each(targets.map(([name, target], index) => ({ name, target, index })))(
    'selects what the model says for $name',
    ({ target, index }) => {
      const selected = selectedObjects(objects, { patch, target });

      expect(others[index]).toEqual([...objects.keys()].filter(at => selected.includes(objects[at]!)));
    },
  );

  /** For each target the places of the objects that a patch under it reaches; one build asks for all of them. */
  function reached(list: readonly Target[]): number[][] {
    const files = new Map([['o.yaml', objects.map((object, index) => jsonText({ ...object, index })).join('---\n')]]);
    const patches = list.map((target, at): JsonMap => {
      files.set(`${at}.yaml`, jsonText([{ op: 'add', path: `/x${at}`, value: 'patched' }]));
      return { path: `${at}.yaml`, target: { ...target } };
    });
    files.set('kustomization.yaml', jsonText({ resources: ['o.yaml'], patches }));
    const results = inFolder(files, folder => kustomize.build(folder));
    return list.map((_, at) => {
      const hit = results.filter(result => result[`x${at}`] === 'patched').map(({ index }) => Number(index));
      return hit.sort((a, b) => a - b);
    });
  }
});

test('a namespace is named only where it tells two objects apart', () => {
  const [proxy, other] = objects as [Manifest, Manifest];

  expect(targetOf(proxy, [proxy])).not.toHaveProperty('namespace');
  expect(targetOf(other, [other])).not.toHaveProperty('namespace');
  expect(targetOf(proxy, objects).namespace).toBe('default');
  expect(targetOf(other, objects).namespace).toBe('a');
});

test('a target that selects another object, or not this one, does not pass', () => {
  const [proxy, other] = objects as [Manifest, Manifest];
  const wanted = { ...proxy, x: 'patched' };
  const disk = objects.find(({ kind }) => kind === 'PersistentVolume')!;

  expect(() => prove(proxy, wanted, patch, { objects, target: targetOf(proxy, objects) })).not.toThrow();
  expect(() => prove(proxy, wanted, patch, { objects, target: targetOf(proxy, [proxy]) })).toThrow(
    "Service proxy: the target of the patch selects Service proxy of the namespace 'a' as well, it must select one object",
  );
  expect(() => prove(proxy, wanted, patch, { objects, target: targetOf(other, objects) })).toThrow(
    'Service proxy: the target of the patch does not select it, it must',
  );
  expect(() => prove(disk, { ...disk, x: 'patched' }, patch, { objects, target: { namespace: 'default' } })).toThrow(
    'PersistentVolume disk: the target of the patch does not select it, it must',
  );
  expect(() => prove(proxy, wanted, patch, { objects })).toThrow('a JSON patch has no target, it must have one');
});

test('a strategic patch reaches the object that it names, in the namespace that Kustomize goes by', () => {
  for (const base of objects) {
    const strategic = patchBetween(base, { ...base, x: 'patched' })!;

    expect(strategic.form).toBe('strategic');
    expect(selectedObjects(objects, { patch: strategic })).toEqual([base]);
  }
});

test.each(['(?i)proxy', '[[:alpha:]]+', '\\pL', '\\Aproxy', 'prox(y'])('does not guess what %p selects', name => {
  expect(() => selectedObjects(objects, { patch, target: { name } })).toThrow();
});

test('a target by labels is not modelled', () => {
  const target = { labelSelector: 'a=b' } as Target;

  expect(() => selectedObjects(objects, { patch, target })).toThrow("a target by 'labelSelector' is not modelled");
});

function object(apiVersion: string, kind: string, name: string, namespace?: string): Manifest {
  return { apiVersion, kind, metadata: { name, ...(namespace && { namespace }) } };
}
