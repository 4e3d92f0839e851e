import { bundledKinds } from '../../lib/kustomize/bundled-kinds.ts';
import { patched } from '../../lib/kustomize/evaluate.ts';
import { identityOf } from '../../lib/model/manifest.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { positionOf } from '../../lib/kustomize/merge-keys.ts';
import type { Position } from '../../lib/kustomize/merge-keys.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { built, byIdentity } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';

const kinds = [...bundledKinds].flatMap(([apiVersion, scopes]) => {
  return [...scopes.keys()].map(kind => ({ apiVersion, kind }));
});

describe.each(kustomizes())('$name', kustomize => {
  const objects = kinds.map((kind, index) => {
    return { ...kind, base: filled(kind, index, 'base'), patch: patchOf(filled(kind, index, 'patch')) };
  });
  const results = byIdentity(built(kustomize, objects));

  test.each(objects)('merges the lists of $apiVersion $kind as the table says', ({ base, patch }) => {
    expect(results.get(identityOf(base))).toEqual(patched(base, patch));
  });
});

test('a kind of another version or group has no merged list', () => {
  expect(positionOf('apps/v1', 'Deployment')).toBeDefined();
  expect(positionOf('apps/v2', 'Deployment')).toBeUndefined();
  expect(positionOf('example.com/v1', 'Deployment')).toBeUndefined();
  expect(positionOf('constructor', 'toString')).toBeUndefined();
});

test('a list that is called like a merged one, but stands elsewhere, is replaced whole', () => {
  const config = (name: string): Manifest => {
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, spec: { containers: [{ name }] } };
  };

  expect(patched(config('a'), patchOf(config('b')))).toEqual(config('b'));
});

/** An object with a list at each position: one item that base and patch share, and one of its own. */
function filled({ apiVersion, kind }: { apiVersion: string; kind: string }, index: number, own: string): Manifest {
  const body = mapAt(positionOf(apiVersion, kind)!, own);
  return { ...body, apiVersion, kind, metadata: { ...(body.metadata as JsonMap), name: `object-${index}` } };
}

function mapAt({ fields }: Position, own: string): JsonMap {
  return Object.fromEntries(
    [...fields].map(([key, position]) => {
      return [key, position.keys ? listAt(position, own) : mapAt(position, own)];
    }),
  );
}

function listAt(position: Position, own: string): Json {
  const { keys = [] } = position;
  if (keys.length === 0) return ['shared', own];
  const named = (name: string): JsonMap => Object.fromEntries(keys.map(key => [key, name]));
  return [
    { ...named('shared'), ...mapAt(position, own) },
    { ...named(own), ...mapAt(position, own) },
  ];
}

function patchOf(body: Manifest): Patch {
  return { form: 'strategic', body };
}
