import { sortsOn } from '../checks/pods/sorts.ts';
import type { Sort } from '../checks/pods/sorts.ts';
import { loadSchemas } from '../checks/schema/schemas.ts';
import { World } from '../checks/world.ts';
import type { Facts } from '../checks/world.ts';
import { kindsOf } from '../kinds/index.ts';
import { sumOf, times } from '../kinds/pods/amounts.ts';
import type { Amounts } from '../kinds/pods/amounts.ts';
import type { Unit } from '../model/unit.ts';

/** What one component of one environment, or one tool, asks of a cluster. */
export interface Share {
  readonly cluster: string;
  readonly owner: string;

  /** @default - it is there once */
  readonly environment?: string;

  /** With every autoscaler at its least, and at its most. */
  readonly least: Amounts;
  readonly most: Amounts;
}

/** What is asked of every cluster, in the order of the clusters and of the units. */
export async function sharesOf({
  platform,
  delivery,
  units,
}: Facts & { readonly units: readonly Unit[] }): Promise<Share[]> {
  const world = new World(units, { platform, delivery }, await loadSchemas([], kindsOf(platform)));
  return platform.clusters.flatMap(cluster => {
    const [least, most] = (['least', 'most'] as const).map(bound => byOwner(sortsOn(cluster, world, bound, false)));
    return [...most!].map(([key, sorts]) => {
      const { owner, environment } = sorts[0]!;
      return {
        cluster: cluster.name,
        owner,
        ...(environment !== undefined && { environment }),
        least: askedBy(least!.get(key) ?? []),
        most: askedBy(sorts),
      };
    });
  });
}

function askedBy(sorts: readonly Sort[]): Amounts {
  return sumOf(sorts.map(({ asks, count }) => times(asks, count)));
}

function byOwner(sorts: readonly Sort[]): Map<string, Sort[]> {
  const groups = new Map<string, Sort[]>();
  for (const sort of sorts) {
    const key = `${sort.environment ?? ''}/${sort.owner}`;
    groups.set(key, [...(groups.get(key) ?? []), sort]);
  }
  return groups;
}
