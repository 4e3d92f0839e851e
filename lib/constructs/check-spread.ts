import type { Construct } from 'constructs';
import { quoted } from '../model/input/names.ts';
import { ComponentChart } from './component-chart.ts';
import { refuse } from './refuse.ts';
import { topologyKeys } from './spread.ts';
import type { Spread } from './spread.ts';

/** Refuses a spread over zones that must be kept where nodes do not say their zone: no pod would ever be placed. */
export function checkSpread(scope: Construct, spread: Spread | undefined): void {
  if (spread?.over !== 'zone' || !spread.required) return;
  const { surroundings, component } = ComponentChart.of(scope);
  const { name, nodes } = surroundings.clusterOf(component);
  const zoneless = nodes.filter(({ labels = {} }) => labels[topologyKeys.zone] === undefined);
  if (zoneless.length === 0) return;
  const which = `nodes ${quoted(zoneless.map(pool => pool.name))} of cluster '${name}' have no label '${topologyKeys.zone}'`;
  refuse(scope, 'conflict', `'spread' needs the zone of each node, but ${which}`);
}
