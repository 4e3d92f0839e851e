import { deliveredBy, isBuildable } from './applications.ts';
import { grouped } from '../../model/grouped.ts';
import type { World } from '../world.ts';
import type { UnitRule } from '../rule.ts';

export const unitDelivered: UnitRule = {
  id: 'unit-delivered',
  why: 'A folder that no Application reads reaches no cluster, and two that read it overwrite each other.',
  fix: 'Give the unit one Application in lib/argocd/assignments.ts.',

  checkUnit: ({ unit, world }) => {
    // What a person applies once is not for Argo CD to build.
    if (!isBuildable(unit)) return [];
    const applications = world.once(applicationsByUnit).get(unit.path) ?? [];
    return applications.length === 1 ? [] : [`is read by ${applications.length} Applications, it must be read by one`];
  },
};

function applicationsByUnit(world: World): ReadonlyMap<string, readonly string[]> {
  const units = world.subjects(['Application']).flatMap(({ manifest }) => deliveredBy(manifest, world));
  return grouped(
    units.map(({ path }) => path),
    path => path,
  );
}
