import pico from 'picocolors';
import { capacityRows } from '../capacity/capacity-rows.ts';
import type { CapacityRow } from '../capacity/capacity-rows.ts';
import { sharesOf } from '../capacity/shares.ts';
import { mostNodesOf } from '../model/cluster.ts';
import type { Cluster } from '../model/cluster.ts';
import { synthesize } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';
import { borderless } from './borderless.ts';
import type { Call } from './command-row.ts';
import { success } from './exit-codes.ts';
import { print, printJson } from './output.ts';

/** Prints what every component asks of its cluster, and how many nodes that is. */
export async function capacity(program: Program, { json }: Call): Promise<number> {
  const synthesis = await synthesize(program);
  const shares = await sharesOf(synthesis);
  const tables = synthesis.platform.clusters.map(cluster => ({ cluster, rows: capacityRows(cluster, shares) }));
  if (json) printJson(tables.flatMap(({ rows }) => rows));
  else print(tables.map(({ cluster, rows }) => textOf(cluster, rows)).join('\n'));
  return success;
}

function textOf({ name, nodes }: Cluster, rows: readonly CapacityRow[]): string {
  const table = borderless(
    ['component', 'environment'],
    ['cpu', 'memory', 'disk', 'nodes'].flatMap(figure => [figure, 'at most']),
  );
  for (const { owner, environment, ...bounds } of rows) {
    const { cpu, memory, disk, nodes: worth } = bounds;
    table.push([owner, environment, ...[cpu, memory, disk, worth].flatMap(({ least, most }) => [least, most])]);
  }
  const pools = nodes.map(pool => `${pool.count} ${pool.name}${growthOf(pool)} of ${pool.cpu} and ${pool.memory}`);
  return `${pico.bold(name)}: ${pools.join(', ')}\n${table.toString()}\n`;
}

function growthOf(pool: Cluster['nodes'][number]): string {
  return mostNodesOf(pool) > pool.count ? ` (up to ${mostNodesOf(pool)})` : '';
}
