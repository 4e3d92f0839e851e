import { ComponentChart } from '../constructs/component-chart.ts';
import { objectsOf } from './chart-objects.ts';
import type { ServiceRow } from './service-row.ts';

/** Whether a service by itself becomes objects, right or wrong. They are thrown away; the chart is only where it is. */
export function isRendered(
  { construct: ServiceConstruct, name, settings }: ServiceRow,
  { component, surroundings }: ComponentChart,
): boolean {
  try {
    const chart = new ComponentChart(component, surroundings);
    new ServiceConstruct(chart, name, settings as never);
    for (const object of objectsOf(chart)) object.toJson();
    return true;
  } catch {
    return false;
  }
}
