import fc from 'fast-check';
import { firstDifference } from '../../lib/kustomize/equal.ts';
import { patched, prove } from '../../lib/kustomize/evaluate.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import { isMap } from '../../lib/yaml/json.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { patchBetween } from '../../lib/kustomize/patch.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { built, byIdentity, jsonText } from './kustomization.ts';
import type { Patched } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { isCarried } from './patch-property.ts';
import { edited, edits } from './random-json.ts';
import type { Edit } from './random-json.ts';
import { named, pairs } from './random-manifests.ts';
import type { Pair } from './random-manifests.ts';

const base: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: '1', b: '2' } };

const HALF = { topologyKey: 'a' };
const WHOLE = { topologyKey: 'a', whenUnsatisfiable: 'b' };

/** Patches that nobody derived: a whole other object, in which some values are null. */
const foreign = fc.tuple(pairs.filter(isCarried), fc.array(edits, { maxLength: 3 }));

test.each(kustomizes())('is what $name makes of any strategic patch, or says that it does not know', kustomize => {
  const batches = fc.array(foreign, { minLength: 100, maxLength: 100 });
  fc.assert(
    fc.property(batches, batch => {
      const objects = batch.flatMap(([pair, changes], index) => modelled(named(pair, `o${index}`), changes));
      const results = byIdentity(built(kustomize, objects, { text: jsonText }));

      expect(objects.length).toBeGreaterThan(20);
      for (const object of objects) {
        const result = results.get(identityOf(object.base));
        const path = firstDifference(result, object.expected);
        if (path !== undefined) throw new Error(`'${path}' differs: ${JSON.stringify({ ...object, result })}`);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
});

test('a patch that does not give the target is named with its object and the first path that differs', () => {
  const target = { ...base, data: { a: '1', b: '3', c: '4' } };

  expect(() => prove(base, target, strategic({ data: { b: '3' } }))).toThrow(
    "ConfigMap a: '/data/c' is wrong once patched, base and patch must give the target",
  );
});

test('a patch that changes nothing is refused', () => {
  const message = 'ConfigMap a: the patch changes nothing, each patch must change something';

  expect(() => prove(base, base, strategic({}))).toThrow(message);
  expect(() => prove(base, base, { form: 'json6902', operations: [] })).toThrow(message);
});

test('a deriver that forgets a field, a removal or the order is found out', () => {
  const before = pod({ containers: [{ name: 'main', env: [{ name: 'A' }, { name: 'B' }], image: 'x' }] });
  const after = pod({ containers: [{ name: 'main', env: [{ name: 'B' }, { name: 'A' }] }] });
  const { body } = patchBetween(before, after) as { body: JsonMap };
  const [{ env, image }] = (body.spec as { containers: [JsonMap] }).containers;
  const proveWith = (fields: JsonMap): void => {
    prove(before, after, { form: 'strategic', body: { ...body, spec: { containers: [{ name: 'main', ...fields }] } } });
  };

  expect(() => proveWith({ env: env!, image: image! })).not.toThrow();
  expect(() => proveWith({ env: env! })).toThrow("'/spec/containers/0/image' is wrong");
  expect(() => proveWith({ image: image! })).toThrow("'/spec/containers/0/env/0/name' is wrong");
  expect(() => proveWith({ env: [{ name: 'A' }], image: image! })).toThrow("'/spec/containers/0/env/0/name' is wrong");
});

test.each<[string, JsonMap, JsonMap, string]>([
  ['lists whose items share their key', { containers: [{ name: 'a' }, { name: 'a' }] }, { x: 1 }, 'would lose items'],
  ['lists whose items lack a key', { containers: [{ image: 'x' }] }, { x: 1 }, 'would lose items'],
  [
    'lists whose items share what they state of a key',
    { topologySpreadConstraints: [HALF, WHOLE] },
    {},
    'would lose items',
  ],
  ['items whose key is empty', { containers: [{ name: '' }] }, {}, 'would lose items'],
  ['directives', { x: { a: 1 } }, { x: { $patch: 'replace', b: 1 } }, 'a patch must hold none'],
  ['a map for a list', { x: [1] }, { x: { a: 1 } }, 'both must have one shape'],
  ['a block that starts with a tab', { x: 'a\nb' }, { x: '\tc' }, 'a block that starts with a tab'],
  ['empty keys', { x: { '': 1 } }, { y: 1 }, 'a key is empty'],
  ['new keys that read as numbers', { x: { a: 1 } }, { x: { 80: 1 } }, 'reads as another value'],
])('knows that Kustomize loses or fails on %s', (_, before, change, message) => {
  expect(() => patched(pod(before), { form: 'strategic', body: pod(change) })).toThrow(message);
});

test('knows that a set of plain values grows, and must hold texts', () => {
  const finalized = (...finalizers: readonly Json[]): Manifest => ({ ...base, metadata: { name: 'a', finalizers } });
  const patch = (...finalizers: readonly Json[]): Patch => ({ form: 'strategic', body: finalized(...finalizers) });

  expect(patched(finalized('a', 'b'), patch('c', 'b'))).toEqual(finalized('c', 'b', 'a'));
  expect(() => patched(finalized(1), patch('a'))).toThrow('a set in Kustomize');
  expect(() => patched(finalized('a', 'a'), strategic({ data: {} }))).toThrow('a set in Kustomize');
});

test('a patch for another namespace is refused', () => {
  expect(() => patched({ ...base, metadata: { name: 'a', namespace: 'x' } }, strategic({}))).toThrow(
    "the patch is for the namespace 'undefined', it must be 'x'",
  );
});

test('a text that must stand in quotes stays a text; whether another one does is not guessed', () => {
  const bare = { ...base, data: { a: '80%' } };
  const patch = strategic({ data: { a: 0 } });

  expect(patched(base, patch)).toEqual({ ...base, data: { a: '0', b: '2' } });
  expect(() => patched(bare, patch)).toThrow("'/data/a' was the text '80%', its new type depends on the quotes");
  expect(patched(bare, patch, { isQuoted: () => false })).toEqual({ ...base, data: { a: 0 } });
  expect(patched(bare, patch, { isQuoted: () => true })).toEqual({ ...base, data: { a: '0' } });
});

test.each(kustomizes())('$name lets a number take the place of a bare text, and not of one in quotes', kustomize => {
  const budget = (minAvailable: Json): Manifest => {
    return { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { name: 'a' }, spec: { minAvailable } };
  };
  const patch: Patch = { form: 'strategic', body: budget(0) };

  expect(built(kustomize, [{ base: budget('80%'), patch }])).toEqual([budget(0)]);
  expect(built(kustomize, [{ base: budget('80%'), patch }], { text: jsonText })).toEqual([budget('0')]);
  expect(() => prove(budget('80%'), budget('0'), patch)).toThrow('depends on the quotes of the base');
  expect(patchBetween(budget('80%'), budget(0))?.form).toBe('json6902');
});

test('keys with line ends are told apart like any others', () => {
  const mounted = (name: string): Manifest => {
    return pod({
      containers: [
        {
          name: 'main',
          volumeMounts: [
            { mountPath: '/x\n', name },
            { mountPath: '/x', name: 'v' },
          ],
        },
      ],
    });
  };
  const patch = patchBetween(mounted('v'), mounted('w'))!;

  expect(patch.form).toBe('strategic');
  expect(() => prove(mounted('v'), mounted('w'), patch)).not.toThrow();
});

test.each<[string, Patch]>([
  ['/data/x/y', { form: 'json6902', operations: [{ op: 'add', path: '/data/x/y', value: 1 }] }],
  ['/data/a/b', { form: 'json6902', operations: [{ op: 'add', path: '/data/a/b', value: 1 }] }],
  ['/gone', { form: 'json6902', operations: [{ op: 'remove', path: '/gone' }] }],
  ['', { form: 'json6902', operations: [{ op: 'replace', path: '', value: {} }] }],
])("refuses an operation at '%s'", (path, patch) => {
  expect(() => patched(base, patch)).toThrow(`'${path}'`);
});

/** A patch that is a whole other object with holes, and what the model makes of it; nothing where it does not know. */
function modelled({ base, target }: Pair, changes: readonly Edit[]): (Patched & { expected: Manifest })[] {
  const { apiVersion, kind, metadata, ...rest } = target;
  const { name, annotations: _, ...meta } = metadata;
  let holed: Json = { meta, ...rest };
  for (const change of changes) holed = edited(holed, hole(change), { isTame: false });
  // Kustomize itself looks into subjects, and fails where one is null.
  if (!isMap(holed) || kind === 'RoleBinding') return [];
  const { meta: holedMeta, ...body } = holed;
  const patch: Patch = {
    form: 'strategic',
    body: { apiVersion, kind, ...body, metadata: { ...(isMap(holedMeta) && holedMeta), name } },
  };
  try {
    return [{ base, patch, expected: patched(base, patch) }];
  } catch {
    return [];
  }
}

/** The same place, where null is put. */
function hole({ way }: Edit): Edit {
  return { way, act: 6, fresh: null };
}

function strategic(body: JsonMap): Patch {
  return { form: 'strategic', body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, ...body } };
}

function pod(spec: JsonMap): Manifest {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'a' }, spec };
}
