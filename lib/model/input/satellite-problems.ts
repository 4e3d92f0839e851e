import type { SingleTable } from '../component-table.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { isObject } from './collections.ts';
import { listed } from './did-you-mean.ts';

const where = 'overlays/components.ts';

/** Mistakes in what rows follow: a component that has a place of its own, so that nothing follows itself. */
export function followedProblems(components: SingleTable): Mistake[] {
  if (!isObject(components)) return []; // told with the table
  const rows: [string, unknown][] = Object.entries(components);
  const centers = rows.filter(([, row]) => followedBy(row) === undefined).map(([name]) => name);
  return rows.flatMap(([name, row]) => {
    const { field, of } = followedBy(row) ?? {};
    if (typeof of !== 'string' || centers.includes(of)) return [];
    const must = `must be a component that is placed by name: ${listed(centers, of)}`;
    return [mistake('unknown-name', where, `'${name}.${field}' ('${of}') ${must}`)];
  });
}

/** Mistakes in the clusters that components are bound to. */
export function boundProblems({ components, clusters }: Platform): Mistake[] {
  const places = clusters.map(({ name }) => name);
  return Object.entries(components).flatMap(([name, { satellite }]) => {
    if (!satellite || places.includes(satellite.cluster)) return [];
    const must = `must be a cluster: ${listed(places, satellite.cluster)}`;
    return [mistake('unknown-name', where, `'${name}.satellite.cluster' ('${satellite.cluster}') ${must}`)];
  });
}

function followedBy(row: unknown): { readonly field: string; readonly of: unknown } | undefined {
  if (!isObject(row)) return undefined;
  if ('on' in row) return { field: 'of', of: row.of };
  return isObject(row.satellite) ? { field: 'satellite.of', of: row.satellite.of } : undefined;
}
