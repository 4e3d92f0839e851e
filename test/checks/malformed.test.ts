import fc from 'fast-check';
import type { Json } from '../../lib/yaml/json.ts';
import { addOperated } from './edits.ts';
import type { Loose } from './fresh.ts';
import { EditableWorld, findingsAfter } from './small-world/small-world.ts';

const places = placesOf(fullWorld());
const values: readonly (Json | undefined)[] = [undefined, null, true, -1, '', 'x', [], [null], {}, { a: null }];

test('no rule fails on an object that is wrong in any way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.constantFrom(...values), async (place, value) => {
      const found = await findingsAfter(world => {
        addOperated(world);
        put(world, place, value);
      });

      expect(Array.isArray(found)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

function fullWorld(): EditableWorld {
  const world = new EditableWorld();
  addOperated(world);
  return world;
}

interface Place {
  readonly unit: number;
  readonly path: readonly string[];
}

/** Every value inside a field of an object, but for its name. */
function placesOf({ units }: EditableWorld): Place[] {
  return units.flatMap(({ manifests }, unit) =>
    pathsOf(manifests)
      .filter(path => path.length > 2 && path[2] !== 'name')
      .map(path => ({ unit, path })),
  );
}

function pathsOf(value: Loose, above: readonly string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap(key => [[...above, key], ...pathsOf(value[key], [...above, key])]);
}

function put({ units }: EditableWorld, { unit, path }: Place, value: Json | undefined): void {
  const parent = path.slice(0, -1).reduce<Loose>((current, key) => current[key], units[unit]!.manifests);
  const last = path.at(-1)!;
  if (value !== undefined) parent[last] = value;
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
}
