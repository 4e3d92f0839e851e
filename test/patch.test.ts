import type { JsonMap, Manifest } from '../lib/synth/manifest.ts';
import { prove } from '../lib/synth/evaluate.ts';
import { inNamespace } from '../lib/synth/namespaced.ts';
import { patchBetween, targetOf } from '../lib/synth/patch.ts';
import { built, byName } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { patchCases } from './patch-cases.ts';

const patches = patchCases.map(({ base, target }) => patchBetween(base, target)!);

test.each(patchCases.map(({ name, form }, index) => ({ name, form, index })))('$name: $form', ({ form, index }) => {
  const { base, target } = patchCases[index]!;

  expect(patches[index]).toMatchObject({ form });
  expect(() => prove(base, target, patches[index]!)).not.toThrow();
});

describe.each(kustomizes())('judged by $name', (kustomize) => {
  const objects = patchCases.map(({ base }, index) => ({ base, patch: patches[index]! }));
  const results = byName(built(kustomize, objects, { namespace: 'ns' }));
  const targets = byName(inNamespace(patchCases.map(({ target }) => target), 'ns'));

  test.each(patchCases)('$name', ({ base: { metadata: { name } } }) => {
    expect(results.get(name)).toEqual(targets.get(name));
  });
});

test.each(patchCases)('$name: the way back is a patch too', ({ base, target }) => {
  const patch = patchBetween(target, base)!;

  expect(() => prove(target, base, patch)).not.toThrow();
});

test('a patch says what differs and nothing else', () => {
  const base = deployment({ replicas: 1, template: { spec: { containers: [{ name: 'a', image: 'x:1', args: ['--v'] }] } } });
  const target = deployment({ replicas: 3, template: { spec: { containers: [{ name: 'a', image: 'x:2', args: ['--v'] }] } } });

  expect(patchBetween(base, target)).toEqual({
    form: 'strategic',
    body: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api' },
      spec: { replicas: 3, template: { spec: { containers: [{ name: 'a', image: 'x:2' }] } } },
    },
  });
});

test('a list is listed up to the last item that differs', () => {
  const env = ['A', 'B', 'C', 'D'].map((name) => ({ name, value: name }));
  const withValue = (index: number): Manifest => pod({ env: env.with(index, { ...env[index]!, value: 'x' }) });

  expect(itemsOf(patchBetween(pod({ env }), withValue(0)))).toEqual([{ name: 'A', value: 'x' }]);
  expect(itemsOf(patchBetween(pod({ env }), withValue(2)))).toEqual([{ name: 'A' }, { name: 'B' }, { name: 'C', value: 'x' }]);
});

test('where no strategic patch is exact, the outermost list that differs is replaced, and maps around it are not', () => {
  const base = deployment({ replicas: 1, template: { spec: { containers: [{ name: 'a', env: [{ name: 'A' }] }] } } });
  const target = deployment({ replicas: 1, template: { spec: { containers: [{ name: 'a' }, { name: 'b', env: [] }], x: { 'a/b~c': 1 } } } });
  const twice = deployment({ replicas: 1, template: { spec: { containers: [{ name: 'a' }, { name: 'a' }], x: { 'a/b~c': 2 } } } });

  expect(patchBetween(base, target)).toMatchObject({ form: 'strategic' });
  expect(patchBetween(target, twice)).toEqual({
    form: 'json6902',
    operations: [
      { op: 'replace', path: '/spec/template/spec/containers', value: [{ name: 'a' }, { name: 'a' }] },
      { op: 'replace', path: '/spec/template/spec/x/a~1b~0c', value: 2 },
    ],
  });
});

test('no difference gives no patch, also where keys are set in another order', () => {
  const base = deployment({ replicas: 1, paused: true });

  expect(patchBetween(base, base)).toBeUndefined();
  expect(patchBetween(base, deployment({ paused: true, replicas: 1 }))).toBeUndefined();
});

test('two orders of the same keys give one and the same patch', () => {
  const patch = patchBetween(deployment({ a: 1, b: 2 }), deployment({ c: 3, a: 2, d: { f: 1, e: 2 } }));
  const shuffled = patchBetween(deployment({ b: 2, a: 1 }), deployment({ d: { f: 1, e: 2 }, a: 2, c: 3 }));

  expect(JSON.stringify(patch)).toBe(JSON.stringify(shuffled));
});

test('neither object is changed', () => {
  const frozen = patchCases.map(({ base, target }) => [deepFrozen(base), deepFrozen(target)] as const);

  expect(() => frozen.forEach(([base, target]) => prove(base, target, patchBetween(base, target)!))).not.toThrow();
});

test.each([
  ['apiVersion', { apiVersion: 'apps/v2' }, "'apiVersion' from 'apps/v1' to 'apps/v2'"],
  ['kind', { kind: 'StatefulSet' }, "'kind' from 'Deployment' to 'StatefulSet'"],
  ['name', { metadata: { name: 'web' } }, "'metadata.name' from 'api' to 'web'"],
  ['namespace', { metadata: { name: 'api', namespace: 'x' } }, "'metadata.namespace' from 'undefined' to 'x'"],
])('refuses another %s', (_, other, change) => {
  expect(() => patchBetween(deployment({}), { ...deployment({}), ...other })).toThrow(
    `Deployment api: a patch cannot change ${change}, base and target must be the same object`,
  );
});

test.each([[null], [undefined], [Number.NaN], [2 ** 60], [new Date()], ['a\u0085b'], [[1, null]], [10n]])('refuses %p', (value) => {
  expect(() => patchBetween(deployment({}), deployment({ x: value } as unknown as JsonMap))).toThrow(/^Deployment api: '\/spec\/x/);
});

test('the target of a patch is this object only: dots are no wildcards, and no group is the core group', () => {
  const targetFor = (apiVersion: string, name: string): unknown => targetOf({ apiVersion, kind: 'Service', metadata: { name } });

  expect(targetFor('v1', 'a.b')).toEqual({ group: '^$', version: 'v1', kind: 'Service', name: 'a\\.b' });
  expect(targetFor('serving.knative.dev/v1', 'a')).toEqual({ group: 'serving\\.knative\\.dev', version: 'v1', kind: 'Service', name: 'a' });
});

function deployment(spec: JsonMap): Manifest {
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' }, spec };
}

function pod(container: JsonMap): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'api' }, spec: { containers: [{ name: 'a', ...container }] } };
}

function itemsOf(patch: unknown): unknown {
  return (patch as { body: { spec: { containers: { env: unknown }[] } } }).body.spec.containers[0]!.env;
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
