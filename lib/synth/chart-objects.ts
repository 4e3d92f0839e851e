import { ApiObject } from 'cdk8s';
import type { ComponentChart } from '../constructs/component-chart.ts';

/** Every object that a chart renders where it is. cdk8s' own synth() is not used: its time grows faster than the number of objects. */
export function objectsOf(chart: ComponentChart): ApiObject[] {
  return chart.node
    .findAll()
    .filter(ApiObject.isApiObject)
    .filter(object => chart.isRendered(object));
}
