import fc from 'fast-check';
import { prove } from '../../lib/kustomize/evaluate.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { jsonPatch } from '../../lib/kustomize/json-patch.ts';
import { patchBetween } from '../../lib/kustomize/patch.ts';
import type { Patch } from '../../lib/kustomize/patch.ts';
import { built, byIdentity } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';
import { assertPatchesAreExact, isCarried, jsonPatchBetween } from './patch-property.ts';
import { namedListPairs } from './random-named-lists.ts';
import { named, pairs } from './random-manifests.ts';
import type { Pair } from './random-manifests.ts';

/** How many pairs the judges see between them. */
const PAIRS = 2_100;

const carried = pairs.filter(isCarried);
const judges = kustomizes();

describe.each(judges)('$name', kustomize => {
  const count = Math.ceil(PAIRS / judges.length);

  test(`builds ${count} random targets from their bases and patches`, () => {
    assertPatchesAreExact(kustomize, count);
  });

  test('builds them from JSON patches alone', () => {
    assertPatchesAreExact(kustomize, Math.ceil(count / 4), { derive: jsonPatchBetween });
    assertPatchesAreExact(kustomize, Math.ceil(count / 4), { of: namedListPairs, derive: jsonPatchBetween });
  });

  test('builds the same from a patch, whatever else is in the overlay', () => {
    const batch = fc.sample(carried, 40).map((pair, index) => named(pair, `o${index}`));
    const objects = batch.map(({ base, target }) => ({ base, patch: patchBetween(base, target) }));
    const added = [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'added' } }];

    const half = byIdentity(built(kustomize, objects.slice(0, 20)));
    const whole = byIdentity(built(kustomize, objects, { added }));

    expect([...whole].filter(([name]) => half.has(name)).sort()).toEqual([...half].sort());
  });
});

test('no difference gives no patch, also between copies', () => {
  fc.assert(
    fc.property(carried, ({ base }) => {
      expect(patchBetween(base, structuredClone(base))).toBeUndefined();
      expect(patchBetween(base, reversed(base) as typeof base)).toBeUndefined();
    }),
  );
});

test('base and target may be swapped', () => {
  fc.assert(
    fc.property(carried, ({ base, target }) => {
      for (const [from, to] of [
        [base, target],
        [target, base],
      ] as const) {
        const patch = patchBetween(from, to);
        if (patch) prove(from, to, patch);
      }
    }),
  );
});

test('a patch is the same however the keys of either object are ordered', () => {
  fc.assert(
    fc.property(carried, ({ base, target }) => {
      const patch = patchBetween(reversed(base) as typeof base, reversed(target) as typeof target);

      expect(JSON.stringify(sorted(patch))).toBe(JSON.stringify(sorted(patchBetween(base, target))));
    }),
  );
});

test('a patch is no larger than what it is made from', () => {
  fc.assert(
    fc.property(carried, ({ base, target }) => {
      const patch = patchBetween(base, target);

      expect(sizeOf(patch)).toBeLessThan(2 * (sizeOf(base) + sizeOf(target)));
    }),
  );
});

test('a JSON patch replaces lists whose items have names that are no text', () => {
  const named = (...names: Json[]): JsonMap => ({ list: names.map(name => ({ name })) });
  const nothing = Object.create(null) as JsonMap;

  expect(jsonPatch(named([nothing], 1), named([nothing], 2))).toEqual([
    { op: 'replace', path: '/list', value: named([nothing], 2)['list'] },
  ]);
});

test('a JSON patch changes lists of named items by their items, each behind a test of its name', () => {
  const patches = fc
    .sample(namedListPairs, 300)
    .map(pair => ({ pair, patch: jsonPatchBetween(pair.base, pair.target) }));
  const byItem = patches.filter(({ patch }) => JSON.stringify(patch ?? {}).includes('"test"'));

  expect(byItem.length).toBeGreaterThan(100);
  expect(patches.flatMap(({ patch, pair }) => untested(patch, pair))).toEqual([]);
});

test('a strategic patch holds no directive, and a JSON patch names the item of a list before it changes it', () => {
  fc.assert(
    fc.property(carried, pair => {
      const patch = patchBetween(pair.base, pair.target);

      if (patch?.form === 'strategic') expect(keysOf(patch.body).filter(key => key.startsWith('$'))).toEqual([]);
      else expect(untested(patch, pair)).toEqual([]);
    }),
  );
});

/** Paths through an item of a list whose name no operation before has tested. An item that is added has none yet. */
function untested(patch: Patch | undefined, { base, target }: Pair): string[] {
  const operations = patch?.form === 'json6902' ? patch.operations : [];
  const tested = new Set<string>();
  return operations.flatMap(({ op, path }) => {
    if (op === 'test') tested.add(path);
    const tokens = path.split('/').slice(1);
    const items = tokens.flatMap((token, index) => {
      const parent = `/${tokens.slice(0, index).join('/')}`;
      const isList = [base, target].some(side => Array.isArray(at(side, tokens.slice(0, index))));
      return isList && !(op === 'add' && index === tokens.length - 1) ? [`${parent}/${token}/name`] : [];
    });
    return items.filter(item => !tested.has(item));
  });
}

function at(value: Json, tokens: readonly string[]): Json | undefined {
  return tokens.reduce<Json | undefined>((parent, token) => {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    return typeof parent === 'object' && parent !== null ? (parent as JsonMap)[key] : undefined;
  }, value);
}

function keysOf(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return Object.entries(value).flatMap(([key, field]: [string, Json]) => [key, ...keysOf(field)]);
}

function sizeOf(value: unknown): number {
  return JSON.stringify(value ?? null).length;
}

/** The same data, in which the keys of each map stand the other way round. */
function reversed(value: unknown): unknown {
  return reordered(value, keys => keys.reverse());
}

function sorted(value: unknown): unknown {
  return reordered(value, keys => keys.sort());
}

function reordered(value: unknown, order: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map(item => reordered(item, order));
  if (typeof value !== 'object' || value === null) return value;
  const map = value as Record<string, unknown>;
  return Object.fromEntries(order(Object.keys(map)).map(key => [key, reordered(map[key], order)]));
}
