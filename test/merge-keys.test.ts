import { bundledKinds } from '../lib/synth/bundled-kinds.ts';
import { patched } from '../lib/synth/evaluate.ts';
import type { Json, JsonMap, Manifest } from '../lib/synth/manifest.ts';
import { positionOf, type Position } from '../lib/synth/merge-keys.ts';
import type { Patch } from '../lib/synth/patch.ts';
import { built, byName } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';

const kinds = [...bundledKinds].flatMap(([apiVersion, scopes]) => [...scopes.keys()].map((kind) => ({ apiVersion, kind })));

describe.each(kustomizes())('$name', (kustomize) => {
  const objects = kinds.map((kind, index) => ({ base: filled(kind, index, 'base'), patch: patchOf(filled(kind, index, 'patch')) }));
  const results = byName(built(kustomize, objects));

  test.each(kinds.map((kind, index) => ({ ...kind, index })))('merges the lists of $apiVersion $kind as the table says', ({ index }) => {
    const { base, patch } = objects[index]!;

    expect(results.get(base.metadata.name)).toEqual(patched(base, patch));
  });
});

test('a kind of another version or group has no merged list', () => {
  expect(positionOf('apps/v1', 'Deployment')).toBeDefined();
  expect(positionOf('apps/v2', 'Deployment')).toBeUndefined();
  expect(positionOf('example.com/v1', 'Deployment')).toBeUndefined();
  expect(positionOf('constructor', 'toString')).toBeUndefined();
});

test('a list that is called like a merged one, but stands elsewhere, is replaced whole', () => {
  const config = (containers: Json): Manifest => ({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'x' }, spec: { containers } });

  expect(patched(config([{ name: 'a' }]), patchOf(config([{ name: 'b' }])))).toEqual(config([{ name: 'b' }]));
});

/** An object with a list at each position: one item that base and patch share, and one of its own. */
function filled({ apiVersion, kind }: { apiVersion: string; kind: string }, index: number, own: string): Manifest {
  const body = mapAt(positionOf(apiVersion, kind)!, own);
  return { ...body, apiVersion, kind, metadata: { ...(body.metadata as JsonMap), name: `object-${index}` } };
}

function mapAt({ fields }: Position, own: string): JsonMap {
  return Object.fromEntries([...fields].map(([key, position]) => [key, position.keys ? listAt(position, own) : mapAt(position, own)]));
}

function listAt(position: Position, own: string): Json {
  const { keys = [] } = position;
  if (keys.length === 0) return ['shared', own];
  const named = (name: string): JsonMap => Object.fromEntries(keys.map((key) => [key, name]));
  return [{ ...named('shared'), ...mapAt(position, own) }, { ...named(own), ...mapAt(position, own) }];
}

function patchOf(body: Manifest): Patch {
  return { form: 'strategic', body };
}
