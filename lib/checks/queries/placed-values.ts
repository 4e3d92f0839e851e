import type { Unit } from '../../model/unit.ts';
import { surroundingsOf } from '../services.ts';
import type { World } from '../world.ts';
import type { Known } from './unknown-metrics.ts';

/** What labels of targets can say in an environment: its components, services and clusters. */
export function placedValues(unit: Unit, world: World): Known['values'] {
  const surroundings = surroundingsOf(unit, world);
  if (!surroundings) return {};
  const { platform, components } = surroundings;
  return {
    cluster: [...new Set(platform.clusters.map(({ metricLabels }) => metricLabels.cluster))],
    component: components,
    service: components.flatMap(component => Object.keys(platform.components[component]!.services)),
    namespace: components.map(component => surroundings.namespaceOf(component)),
  };
}
