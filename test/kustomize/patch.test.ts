import { isEqual } from '../../lib/kustomize/equal.ts';
import { prove } from '../../lib/kustomize/evaluate.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { inNamespace } from '../../lib/kustomize/namespaced.ts';
import { patchBetween, targetOf } from '../../lib/kustomize/patch.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { built, byIdentity } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { patchCases } from './patch-cases.ts';

test.each(patchCases)('$name: $form', ({ base, target, form }) => {
  const patch = patchBetween(base, target)!;

  expect(patch.form).toBe(form);
  expect(() => prove(base, target, patch)).not.toThrow();
});

test.each(patchCases)('$name: the way back is a patch too', ({ base, target }) => {
  const patch = patchBetween(target, base)!;

  expect(() => prove(target, base, patch)).not.toThrow();
});

describe.each(kustomizes())('judged by $name', kustomize => {
  const objects = patchCases.map(({ base, target }) => ({ base, patch: patchBetween(base, target) }));
  const results = byIdentity(built(kustomize, objects, { namespace: 'ns' }));

  test.each(patchCases)('$name', ({ target }) => {
    const [wanted] = inNamespace([target], 'ns');
    const result = results.get(identityOf(wanted!));

    expect(result).toEqual(wanted);
    // Jest does not look at a key `__proto__`.
    expect(isEqual(result, wanted)).toBe(true);
  });
});

test('a patch says what differs and nothing else', () => {
  const base = deployment({ replicas: 1, template: { spec: { containers: [container({ image: 'x:1' })] } } });
  const target = deployment({ replicas: 3, template: { spec: { containers: [container({ image: 'x:2' })] } } });

  expect(patchBetween(base, target)).toEqual({
    form: 'strategic',
    body: {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'api' },
      spec: { replicas: 3, template: { spec: { containers: [{ name: 'main', image: 'x:2' }] } } },
    },
  });
});

test('a list is listed up to the last item that differs', () => {
  const names = ['A', 'B', 'C', 'D'];
  const pod = (values: readonly string[]): Manifest => {
    const env = names.map((name, index) => ({ name, value: values[index]! }));
    return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'api' }, spec: { containers: [container({ env })] } };
  };
  const patchOf = (values: readonly string[]): unknown => patchBetween(pod(names), pod(values));

  expect(patchOf(['x', 'B', 'C', 'D'])).toMatchObject(envPatch({ name: 'A', value: 'x' }));
  expect(patchOf(['A', 'x', 'C', 'D'])).toMatchObject(envPatch({ name: 'A' }, { name: 'B', value: 'x' }));
});

test('where no strategic patch is exact, the outermost list that differs is replaced, and no map around it', () => {
  const twins = [{ name: 'a' }, { name: 'a' }];
  const base = deployment({ template: { spec: { containers: [{ name: 'a' }], x: { 'a/b~c': 1 }, y: 1 } } });
  const target = deployment({ template: { spec: { containers: twins, x: { 'a/b~c': 2 }, z: {} } } });

  expect(patchBetween(base, target)).toEqual({
    form: 'json6902',
    operations: [
      { op: 'replace', path: '/spec/template/spec/containers', value: twins },
      { op: 'replace', path: '/spec/template/spec/x/a~1b~0c', value: 2 },
      { op: 'remove', path: '/spec/template/spec/y' },
      { op: 'add', path: '/spec/template/spec/z', value: {} },
    ],
  });
});

test('an image beside a port without protocol gives a patch of the image', () => {
  const [base, target] = ['x:1', 'x:2'].map(image => {
    const ports: JsonMap[] = [{ containerPort: 80 }, { containerPort: 443, protocol: 'TCP' }];
    return deployment({ template: { spec: { containers: [container({ image, ports })] } } });
  });

  expect(patchBetween(base!, target!)).toMatchObject({
    form: 'strategic',
    body: { spec: { template: { spec: { containers: [{ name: 'main', image: 'x:2' }] } } } },
  });
});

test('a JSON patch changes the items that differ, each behind a test of its name', () => {
  const [A, B, C, D] = ['A', 'B', 'C', 'D'].map(name => ({ name, value: '1' }));
  const command = ['a', 'command', 'that', 'no', 'patch', 'says', 'again'];
  const withEnv = (env: readonly JsonMap[], rest: readonly JsonMap[]): Manifest => {
    return deployment({ containers: [{ name: 'first' }, container({ env, command }), ...rest] });
  };
  const base = { ...withEnv([A!, B!, C!], [{ name: 'gone' }]), apiVersion: 'example.com/v1' };
  const target = { ...withEnv([A!, { ...C!, value: '2' }, D!], []), apiVersion: 'example.com/v1' };
  // A null anywhere forbids a strategic patch.
  const patch = patchBetween({ ...base, x: null }, { ...target, x: null });

  expect(patch).toEqual({
    form: 'json6902',
    operations: [
      { op: 'test', path: '/spec/containers/2/name', value: 'gone' },
      { op: 'remove', path: '/spec/containers/2' },
      { op: 'test', path: '/spec/containers/1/name', value: 'main' },
      { op: 'replace', path: '/spec/containers/1/env', value: [A, { ...C, value: '2' }, D] },
    ],
  });
});

test('no difference gives no patch, also where keys are set in another order', () => {
  const base = deployment({ replicas: 1, paused: true });

  expect(patchBetween(base, base)).toBeUndefined();
  expect(patchBetween(base, deployment({ paused: true, replicas: 1 }))).toBeUndefined();
});

test('two orders of the same keys give one and the same patch', () => {
  const patch = patchBetween(deployment({ a: 1, b: 2 }), deployment({ c: 3, a: 2, d: 4 }));
  const shuffled = patchBetween(deployment({ b: 2, a: 1 }), deployment({ d: 4, a: 2, c: 3 }));

  expect(JSON.stringify(patch)).toBe(JSON.stringify(shuffled));
});

test('neither object is changed', () => {
  const frozen = patchCases.map(({ base, target }) => [deepFrozen(base), deepFrozen(target)] as const);

  expect(() => frozen.forEach(([base, target]) => prove(base, target, patchBetween(base, target)!))).not.toThrow();
});

test.each([
  [{ apiVersion: 'apps/v2' }, "'apiVersion' from 'apps/v1' to 'apps/v2'"],
  [{ kind: 'StatefulSet' }, "'kind' from 'Deployment' to 'StatefulSet'"],
  [{ metadata: { name: 'web' } }, "'metadata.name' from 'api' to 'web'"],
  [{ metadata: { name: 'api', namespace: 'x' } }, "'metadata.namespace' from 'undefined' to 'x'"],
])('refuses to make %j of a Deployment', (other, change) => {
  expect(() => patchBetween(deployment({}), { ...deployment({}), ...other })).toThrow(
    `Deployment api: a patch cannot change ${change}, base and target must be the same object`,
  );
});

test.each([undefined, Number.NaN, 2 ** 60, new Date(), 'a\u0085b', [1, undefined], 10n])('refuses %p', value => {
  const target = deployment({ x: value } as unknown as JsonMap);

  expect(() => patchBetween(deployment({}), target)).toThrow(/^Deployment api: '\/spec\/x/);
  expect(() => patchBetween(target, deployment({}))).toThrow(/^Deployment api: '\/spec\/x/);
});

test('the target of a patch is this object only: dots are no wildcards, and no group is the core group', () => {
  const service = (apiVersion: string): Manifest => ({ apiVersion, kind: 'Service', metadata: { name: 'a.b' } });

  expect(targetOf(service('v1'))).toEqual({ group: '^$', version: 'v1', kind: 'Service', name: 'a\\.b' });
  expect(targetOf(service('serving.knative.dev/v1')).group).toBe('serving\\.knative\\.dev');
});

function deployment(spec: JsonMap): Manifest {
  return { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'api' }, spec };
}

function container(fields: JsonMap): JsonMap {
  return { name: 'main', args: ['--verbose'], ...fields };
}

function envPatch(...env: readonly JsonMap[]): Patch {
  return { form: 'strategic', body: { spec: { containers: [{ name: 'main', env }] } } };
}

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
