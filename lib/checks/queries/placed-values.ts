import { bySeriesLabel } from '../../model/series-labels.ts';
import { runningTools, scrapedPrograms } from '../../model/tools.ts';
import type { Unit } from '../../model/unit.ts';
import { surroundingsOf } from '../services.ts';
import type { World } from '../world.ts';
import type { Known } from './unknown-metrics.ts';

/** What labels of targets can say in an environment: its components, services and clusters. */
export function placedValues(unit: Unit, world: World): Known['values'] {
  const surroundings = surroundingsOf(unit, world);
  if (!surroundings) return {};
  const { platform, components } = surroundings;
  const tools = runningTools(platform);
  return {
    ...Object.fromEntries(bySeriesLabel(components, platform.components)),
    cluster: [...new Set(platform.clusters.map(({ metricLabels }) => metricLabels.cluster))],
    component: [...components, ...tools.map(({ name }) => name)],
    service: [
      ...components.flatMap(component => Object.keys(platform.components[component]!.services)),
      ...tools.flatMap(scrapedPrograms).map(({ program }) => program.name),
    ],
    namespace: [
      ...components.map(component => surroundings.namespaceOf(component)),
      ...tools.map(({ chart }) => chart.namespace),
    ],
  };
}
