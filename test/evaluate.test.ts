import fc from 'fast-check';
import { firstDifference } from '../lib/synth/equal.ts';
import { patched, prove } from '../lib/synth/evaluate.ts';
import { isMap, type Json, type JsonMap, type Manifest } from '../lib/synth/manifest.ts';
import { patchBetween, type Patch } from '../lib/synth/patch.ts';
import { built, byName, jsonText, type Patched } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { isCarried } from './patch-property.ts';
import { edited, edits } from './random-json.ts';
import { named, pairs } from './random-manifests.ts';

const base: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: '1', b: '2' } };

/** Patches that nobody derived: a whole other object, in which some values are null. */
const foreign = fc.tuple(pairs.filter(isCarried), fc.array(edits, { maxLength: 3 }));

test.each(kustomizes())('is what $name makes of any strategic patch, or says that it does not know', (kustomize) => {
  fc.assert(fc.property(fc.array(foreign, { minLength: 100, maxLength: 100 }), (batch) => {
    const objects = batch.flatMap(([pair, changes], index) => modelled(named(pair, `o${index}`), changes.map((change) => change.way)));
    const results = byName(built(kustomize, objects, { text: jsonText }));

    expect(objects.length).toBeGreaterThan(20);
    for (const { base: { metadata }, patch, expected, ...rest } of objects) {
      const path = firstDifference(results.get(metadata.name), expected);
      if (path !== undefined) throw new Error(`'${path}' differs: ${JSON.stringify({ ...rest, patch, expected, result: results.get(metadata.name) })}`);
    }
  }), { numRuns: 3, endOnFailure: true });
});

test('a patch that does not give the target is named with its object and the first path that differs', () => {
  const target = { ...base, data: { a: '1', b: '3', c: '4' } };
  const patch = strategic({ data: { b: '3' } });

  expect(() => prove(base, target, patch)).toThrow(new Error("ConfigMap a: '/data/c' is wrong once patched, base and patch must give the target"));
});

test('a patch that changes nothing is refused', () => {
  expect(() => prove(base, base, strategic({}))).toThrow('ConfigMap a: the patch changes nothing, each patch must change something');
  expect(() => prove(base, base, { form: 'json6902', operations: [] })).toThrow('changes nothing');
});

test('a deriver that forgets a field, a removal or the order is found out', () => {
  const before = container({ env: [variable('A'), variable('B')], image: 'x' });
  const after = container({ env: [variable('B'), variable('A')] });
  const { body } = patchBetween(before, after) as { body: JsonMap };
  const [item] = (body.spec as { containers: readonly JsonMap[] }).containers;
  const wrongs: readonly JsonMap[] = [{ ...item, env: [variable('A')] }, { name: 'main', env: item!.env! }, { name: 'main', image: null }];

  expect(() => prove(before, after, { form: 'strategic', body })).not.toThrow();
  for (const wrong of wrongs) {
    expect(() => prove(before, after, { form: 'strategic', body: { ...body, spec: { containers: [wrong] } } })).toThrow('is wrong once patched');
  }
});

test.each<[string, JsonMap, JsonMap, string]>([
  ['lists whose items share their key', { containers: [{ name: 'a' }, { name: 'a' }] }, { x: 1 }, 'would lose items'],
  ['lists whose items lack a key', { containers: [{ name: 'a', ports: [{ containerPort: 80 }] }] }, { x: 1 }, 'would lose items'],
  ['directives', { x: { a: 1 } }, { x: { $patch: 'replace', b: 1 } }, 'a patch must hold none'],
  ['a map for a list', { x: [1] }, { x: { a: 1 } }, 'does not merge'],
  ['a block that starts with a tab', { x: 'a\nb' }, { x: '\tc' }, 'a block that starts with a tab'],
  ['sets of other things than texts', { x: 1, template: 1 }, { x: 2, metadata: { finalizers: [1, 1] } }, 'a set in Kustomize'],
  ['empty keys', { x: { '': 1 } }, { y: 1 }, 'a key is empty'],
  ['new keys that read as numbers', { x: { a: 1 } }, { x: { 80: 1 } }, 'reads as another value'],
])('knows that Kustomize loses or fails on %s', (_, spec, change, message) => {
  const pod: Manifest = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };
  const { metadata, ...rest } = change;

  expect(() => patched(pod, { form: 'strategic', body: { ...pod, metadata: { name: 'a', ...(metadata as JsonMap) }, spec: rest } })).toThrow(message);
});

test('a text of the base counts as quoted: what replaces it stays a text', () => {
  expect(patched(base, strategic({ data: { a: 80 } }))).toEqual({ ...base, data: { a: '80', b: '2' } });
});

test.each<[string, Patch]>([
  ['/data/x/y', { form: 'json6902', operations: [{ op: 'add', path: '/data/x/y', value: 1 }] }],
  ['/data/a/b', { form: 'json6902', operations: [{ op: 'add', path: '/data/a/b', value: 1 }] }],
  ['/gone', { form: 'json6902', operations: [{ op: 'remove', path: '/gone' }] }],
  ['', { form: 'json6902', operations: [{ op: 'replace', path: '', value: {} }] }],
])("refuses an operation at '%s'", (path, patch) => {
  expect(() => patched(base, patch)).toThrow(`'${path}'`);
});

function modelled(pair: { base: Manifest; target: Manifest }, ways: readonly (readonly number[])[]): (Patched & { expected: Manifest })[] {
  const { apiVersion, kind, metadata: { name, annotations: _, ...meta }, ...rest } = pair.target;
  const holed = ways.reduce<Json>((value, way) => edited(value, { way, act: 6, fresh: null }, { isTame: false }), { meta, ...rest });
  if (!isMap(holed) || kind === 'RoleBinding') return [];
  const { meta: metaAfter, ...body } = holed;
  const patch: Patch = { form: 'strategic', body: { apiVersion, kind, ...body, metadata: { ...(isMap(metaAfter) && metaAfter), name } } };
  try {
    return [{ base: pair.base, patch, expected: patched(pair.base, patch) }];
  } catch {
    return [];
  }
}

function strategic(body: JsonMap): Patch {
  return { form: 'strategic', body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...body } };
}

function container(fields: JsonMap): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec: { containers: [{ name: 'main', ...fields }] } };
}

function variable(name: string): JsonMap {
  return { name, value: name };
}
