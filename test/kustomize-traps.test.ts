import { isEqual } from '../lib/synth/equal.ts';
import { patched, prove } from '../lib/synth/evaluate.ts';
import type { Json, JsonMap, Manifest } from '../lib/synth/manifest.ts';
import { inNamespace } from '../lib/synth/namespaced.ts';
import { patchBetween, targetOf, type Patch } from '../lib/synth/patch.ts';
import { refusalsOf } from '../lib/synth/refusals.ts';
import { built, byName, inFolder, jsonText, type Patched } from './kustomization.ts';
import { traps } from './kustomize-traps.ts';
import { kustomizes } from './kustomize.ts';

const config: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: '1' } };
const changed: Manifest = { ...config, data: { a: '2' } };

describe.each(kustomizes())('$name', (kustomize) => {
  const judged = (patches: readonly Patched[]): JsonMap[] => built(kustomize, patches);
  const naive = byName(judged(traps.map(({ base, naive: patch }) => ({ base, patch }))));
  const ours = byName(judged(traps.map(({ base, target }) => ({ base, patch: patchBetween(base, target)! }))));

  test.each(traps)('trap $number: $name', ({ base, target, naive: patch }) => {
    expect(naive.get(base.metadata.name)).not.toEqual(target);
    expect(ours.get(base.metadata.name)).toEqual(target);
    // The model falls for the trap, or sees it; so it would not let the naive patch pass.
    expect(() => prove(base, target, patch)).toThrow();
  });

  test('trap 3: a target that matches nothing is no error; ours is matched, and a strategic patch has none', () => {
    const operations: Json = [{ op: 'replace', path: '/data/a', value: '2' }];

    expect(withEntry({ path: 'p.yaml', target: { kind: 'ConfigMap', name: 'gone' } }, operations)).toEqual([config]);
    expect(withEntry({ path: 'p.yaml', target: { ...targetOf(config) } }, operations)).toEqual([changed]);
    expect(() => withEntry({ path: 'p.yaml' }, { ...bodyBetween(config, changed), metadata: { name: 'gone' } })).toThrow();
  });

  test('trap 4: a target is a regular expression; ours means one object', () => {
    const twins = [named(config, 'a.b'), named(config, 'axb')];
    const operations: Json = [{ op: 'replace', path: '/data/a', value: '2' }];

    expect(withEntry({ path: 'p.yaml', target: { name: 'a.b' } }, operations, twins)).toEqual([named(changed, 'a.b'), named(changed, 'axb')]);
    expect(withEntry({ path: 'p.yaml', target: { ...targetOf(twins[0]!) } }, operations, twins)).toEqual([named(changed, 'a.b'), twins[1]]);
  });

  test.each([
    [20, 'lines that start with a tab', '\ta\nb'],
    [21, 'a next line (NEL)', 'x\u0085y'],
  ])('trap %i: %s does not survive a patch elsewhere; it is refused', (_, __, a) => {
    const base = { ...config, data: { a, b: 'x' } };
    const patch: Patch = { form: 'json6902', operations: [{ op: 'replace', path: '/data/b', value: 'y' }] };

    expect(isBuilt(base, patch, { ...config, data: { a, b: 'y' } })).toBe(false);
    expect(() => patchBetween(base, { ...config, data: { a, b: 'y' } })).toThrow(/^ConfigMap a: '\/data\/a' is .* must /);
  });

  test('trap 22: replacing what is missing adds it; the model wants it there', () => {
    const patch: Patch = { form: 'json6902', operations: [{ op: 'replace', path: '/data/b', value: '2' }] };

    expect(() => patched(config, patch)).toThrow("'/data/b' is missing, it must be there");
  });

  test('trap 23: places in a list depend on its order; no path of ours leads into a list', () => {
    const paths = traps.flatMap(({ base, target }) => operationsBetween(base, target)).map(({ path }) => path);

    expect(paths.length).toBeGreaterThan(5);
    expect(paths.filter((path) => /\/(?:\d+|-)(?:\/|$)/.test(path))).toEqual([]);
  });

  test('trap 25: `namespace:` reaches cluster-scoped kinds it does not know; the model says so', () => {
    const store: Manifest = { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', metadata: { name: 'x' } };

    expect(built(kustomize, [{ base: store }], { namespace: 'ns' })).toEqual(inNamespace([store], 'ns'));
    expect(inNamespace([store], 'ns')[0]!.metadata.namespace).toBe('ns');
  });

  test('trap 26: labels of a kustomization reach selectors; ours are patched where they differ', () => {
    const base: Manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 's' }, spec: { selector: { a: '1' } } };
    const target: Manifest = { ...base, metadata: { name: 's', labels: { team: 'x' } } };

    expect(withKustomization({ commonLabels: { team: 'x' } }, [base])).not.toEqual([target]);
    expect(judged([{ base, patch: patchBetween(base, target)! }])).toEqual([target]);
  });

  test('traps 27 and 31: a prefix, or a patch of the name, renames without the references; ours never renames', () => {
    const rename: Json = [{ op: 'replace', path: '/metadata/name', value: 'b' }];

    expect(withKustomization({ namePrefix: 'p-' }, [config])).toEqual([named(config, 'p-a')]);
    expect(withEntry({ path: 'p.yaml', target: { kind: 'ConfigMap' } }, rename)).toEqual([named(config, 'b')]);
    expect(() => patchBetween(config, named(config, 'b'))).toThrow('must be the same object');
  });

  test('trap 28: an object that is `local-config` is dropped; it is refused', () => {
    const local = { ...config, metadata: { name: 'a', annotations: { 'config.kubernetes.io/local-config': 'true' } } };

    expect(built(kustomize, [{ base: local }])).toEqual([]);
    expect(refusalsOf(local)).toEqual([expect.stringContaining("which is Kustomize's own")]);
  });

  test('trap 29: what the base has cannot be added again; ours is patched in place', () => {
    expect(() => built(kustomize, [{ base: config }], { added: [changed] })).toThrow();
    expect(judged([{ base: config, patch: patchBetween(config, changed)! }])).toEqual([changed]);
  });

  test('trap 30: a patch must name the namespace that an object has; ours does', () => {
    const [base, target] = inNamespace([config, changed], 'other');
    const body = { ...bodyBetween(config, changed) };

    expect(() => judged([{ base: base!, patch: { form: 'strategic', body } }])).toThrow();
    expect(judged([{ base: base!, patch: patchBetween(base!, target!)! }])).toEqual([target]);
  });

  test('trap 33: the build sorts kinds and keys; objects are compared by name', () => {
    const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'z' } };
    const results = judged([{ base: config }, { base: account }]);

    expect(isEqual(results, [config, account])).toBe(false);
    expect(byName(results)).toEqual(byName([config, account]));
  });

  function isBuilt(base: Manifest, patch: Patch, target: Manifest): boolean {
    try {
      return isEqual(judged([{ base, patch }])[0], target);
    } catch {
      return false;
    }
  }

  function withEntry(entry: JsonMap, patch: Json, objects: readonly Manifest[] = [config]): JsonMap[] {
    return withKustomization({ patches: [entry] }, objects, new Map([['p.yaml', jsonText(patch)]]));
  }

  function withKustomization(fields: JsonMap, objects: readonly Manifest[], files = new Map<string, string>()): JsonMap[] {
    const text = objects.map(jsonText).join('---\n');
    const kustomization = jsonText({ resources: ['o.yaml'], ...fields });
    return inFolder(new Map([...files, ['o.yaml', text], ['kustomization.yaml', kustomization]]), (folder) => kustomize.build(folder));
  }
});

test('trap 19: an integer beyond 2^53 is refused, for a JSON patch anywhere in the object rounds it', () => {
  expect(refusalsOf({ ...config, data: { a: 2 ** 53 } })).toEqual([
    "'/data/a' is 9007199254740992, an integer must lie within ±9007199254740991, or be a text",
  ]);
});

test('trap 24: null is refused, for versions differ on it', () => {
  expect(refusalsOf({ ...config, data: { a: null } })).toEqual(["'/data/a' is null, what has no value must be left out"]);
});

function bodyBetween(base: Manifest, target: Manifest): JsonMap {
  const patch = patchBetween(base, target);
  return patch?.form === 'strategic' ? patch.body : {};
}

function operationsBetween(base: Manifest, target: Manifest): readonly { path: string }[] {
  const patch = patchBetween(base, target);
  return patch?.form === 'json6902' ? patch.operations : [];
}

function named(manifest: Manifest, name: string): Manifest {
  return { ...manifest, metadata: { ...manifest.metadata, name } };
}
