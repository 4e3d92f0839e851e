import { isEqual } from '../../lib/kustomize/equal.ts';
import { patched, prove } from '../../lib/kustomize/evaluate.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { inNamespace } from '../../lib/kustomize/namespaced.ts';
import { patchBetween, targetOf } from '../../lib/kustomize/patch.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { refusalsOf } from '../../lib/kustomize/uncarried.ts';
import { styleOf } from '../../lib/yaml/yaml-scalar.ts';
import { built, byIdentity, inFolder, jsonText } from './kustomization.ts';
import type { Patched } from './kustomization.ts';
import { traps } from './traps.ts';
import { kustomizes } from './kustomize.ts';

const config: Manifest = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' }, data: { a: '1' } };
const changed: Manifest = { ...config, data: { a: '2' } };
const change: Json = [{ op: 'replace', path: '/data/a', value: '2' }];

describe.each(kustomizes())('$name', kustomize => {
  const judged = (objects: readonly Patched[]): JsonMap[] => built(kustomize, objects);
  const naive = byIdentity(judged(traps.map(({ base, naive: patch }) => ({ base, patch }))));
  const ours = byIdentity(judged(traps.map(({ base, target }) => ({ base, patch: patchBetween(base, target) }))));

  test.each(traps)('trap $number: $name', ({ base, target, naive: patch }) => {
    expect(naive.get(identityOf(base))).not.toEqual(target);
    expect(ours.get(identityOf(base))).toEqual(target);
    // The model falls into the trap as well, or sees it; either way the naive patch does not pass.
    expect(() => prove(base, target, patch)).toThrow();
  });

  test.each(traps)(
    'trap $number: the model of what people write falls into it too: $name',
    ({ base, naive: patch }) => {
      const isQuoted = (text: string): boolean => styleOf(text) !== 'plain';

      expect(patched(base, patch, { isByPeople: true, isQuoted })).toEqual(naive.get(identityOf(base)));
    },
  );

  test('trap 3: a target that matches nothing is no error; ours matches, and a strategic patch has none', () => {
    const { body } = patchBetween(config, changed) as { body: JsonMap };

    expect(withPatch(change, { target: { kind: 'ConfigMap', name: 'gone' } })).toEqual([config]);
    expect(withPatch(change, { target: { ...targetOf(config) } })).toEqual([changed]);
    expect(() => withPatch({ ...body, metadata: { name: 'gone' } })).toThrow();
  });

  test('trap 4: a target is a regular expression; ours means one object', () => {
    const twins = ['a.b', 'axb'].map(name => named(config, name));
    const target = { ...targetOf(twins[0]!) };
    const [one, other] = ['a.b', 'axb'].map(name => named(changed, name));

    expect(withPatch(change, { target: { name: 'a.b' } }, twins)).toEqual([one, other]);
    expect(withPatch(change, { target }, twins)).toEqual([one, twins[1]]);
  });

  test.each([
    [20, 'lines that start with a tab', '\ta\nb'],
    [21, 'a next line (NEL)', 'x\u0085y'],
  ])('trap %i: %s do not survive a patch elsewhere; they are refused', (_, __, a) => {
    const [base, target] = ['x', 'y'].map((b): Manifest => ({ ...config, data: { a, b } }));
    const operations = [{ op: 'replace', path: '/data/b', value: 'y' }] as const;

    expect(isBuilt(base!, target!, { form: 'json6902', operations })).toBe(false);
    expect(() => patchBetween(base!, target!)).toThrow(/^ConfigMap a: '\/data\/a' is .* must /);
  });

  test('trap 23: places in a list depend on its order; ours are tested for the name of what is there', () => {
    const ports = ['TCP', 'UDP'].map(protocol => ({ containerPort: 53, ...(protocol === 'UDP' && { protocol }) }));
    const env = ['A', 'B', 'C', 'D', 'E'].map(name => ({ name, value: 'a value' }));
    const withImage = (image: string, ...others: readonly JsonMap[]): Manifest => {
      return { ...config, kind: 'Pod', spec: { containers: [...others, { name: 'dns', image, ports, env }] } };
    };
    const patch = patchBetween(withImage('x'), withImage('y'))!;

    expect(patch).toEqual({
      form: 'json6902',
      operations: [
        { op: 'test', path: '/spec/containers/0/name', value: 'dns' },
        { op: 'replace', path: '/spec/containers/0/image', value: 'y' },
      ],
    });
    expect(judged([{ base: withImage('x'), patch }])).toEqual([withImage('y')]);
    expect(() => judged([{ base: withImage('x', { name: 'first', image: 'x' }), patch }])).toThrow();
  });

  test('trap 24: null beside a strategic patch is kept by some versions only; ours is a JSON patch', () => {
    const [base, target] = [config, changed].map((manifest): Manifest => ({ ...manifest, other: { a: null } }));
    const patch = patchBetween(base!, target!)!;

    expect(patch.form).toBe('json6902');
    expect(judged([{ base: base!, patch }])).toEqual([target]);
    expect(() => patched(base!, { form: 'strategic', body: changed })).toThrow("'/other/a' is null in the base");
  });

  test('trap 25: `namespace:` reaches cluster-scoped kinds it does not know; the model says so', () => {
    const store: Manifest = { ...config, apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore' };

    expect(built(kustomize, [{ base: store }], { namespace: 'ns' })).toEqual(inNamespace([store], 'ns'));
    expect(inNamespace([store], 'ns')[0]!.metadata.namespace).toBe('ns');
  });

  test('trap 26: labels of a kustomization reach selectors; ours are patched where they differ', () => {
    const base: Manifest = { ...config, kind: 'Service', spec: { selector: { a: '1' } } };
    const target: Manifest = { ...base, metadata: { name: 'a', labels: { team: 'x' } } };

    expect(withKustomization({ commonLabels: { team: 'x' } }, [base])).not.toEqual([target]);
    expect(judged([{ base, patch: patchBetween(base, target) }])).toEqual([target]);
  });

  test('traps 27 and 31: a prefix, or a patch of the name, renames without the references; ours never renames', () => {
    const rename: Json = [{ op: 'replace', path: '/metadata/name', value: 'b' }];

    expect(withKustomization({ namePrefix: 'p-' }, [config])).toEqual([named(config, 'p-a')]);
    expect(withPatch(rename, { target: { kind: 'ConfigMap' } })).toEqual([named(config, 'b')]);
    expect(() => patchBetween(config, named(config, 'b'))).toThrow('must be the same object');
  });

  test('trap 28: an object that is `local-config` is dropped; it is refused', () => {
    const local = { ...config, metadata: { name: 'a', annotations: { 'config.kubernetes.io/local-config': 'true' } } };

    expect(judged([{ base: local }])).toEqual([]);
    expect(refusalsOf(local)).toEqual([expect.stringContaining("which is Kustomize's own")]);
  });

  test('trap 29: what the base has cannot be added again; ours is patched in place', () => {
    expect(() => built(kustomize, [{ base: config }], { added: [changed] })).toThrow();
    expect(judged([{ base: config, patch: patchBetween(config, changed) }])).toEqual([changed]);
  });

  test('trap 30: a patch must name the namespace that an object has; ours does', () => {
    const [base, target] = inNamespace([config, changed], 'other');

    expect(() => judged([{ base: base!, patch: patchBetween(config, changed) }])).toThrow();
    expect(judged([{ base: base!, patch: patchBetween(base!, target!) }])).toEqual([target]);
  });

  test('trap 33: the build sorts kinds and keys; objects are compared by what they are', () => {
    const account: Manifest = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'z' } };
    const results = judged([{ base: config }, { base: account }]);

    expect(isEqual(results, [config, account])).toBe(false);
    expect(byIdentity(results)).toEqual(byIdentity([config, account]));
  });

  function isBuilt(base: Manifest, target: Manifest, patch: Patch): boolean {
    try {
      return isEqual(judged([{ base, patch }])[0], target);
    } catch {
      return false;
    }
  }

  function withPatch(patch: Json, entry: JsonMap = {}, objects: readonly Manifest[] = [config]): JsonMap[] {
    return withKustomization({ patches: [{ path: 'p.yaml', ...entry }] }, objects, [['p.yaml', jsonText(patch)]]);
  }

  function withKustomization(fields: JsonMap, objects: readonly Manifest[], files: [string, string][] = []): JsonMap[] {
    const texts = new Map([...files, ['o.yaml', objects.map(jsonText).join('---\n')]]);
    texts.set('kustomization.yaml', jsonText({ resources: ['o.yaml'], ...fields }));
    return inFolder(texts, folder => kustomize.build(folder));
  }
});

test('trap 19: an integer beyond 2^53 is refused, for a JSON patch anywhere in the object rounds it', () => {
  expect(refusalsOf({ ...config, data: { a: 2 ** 53 } })).toEqual([
    "'/data/a' is 9007199254740992, an integer must lie within ±9007199254740991, or be a text",
  ]);
});

test('trap 22: replacing what is missing adds it, in some versions; the model wants it there', () => {
  const operations = [{ op: 'replace', path: '/data/b', value: '2' }] as const;

  expect(() => patched(config, { form: 'json6902', operations })).toThrow("'/data/b' is missing, it must be there");
});

function named(manifest: Manifest, name: string): Manifest {
  return { ...manifest, metadata: { ...manifest.metadata, name } };
}
