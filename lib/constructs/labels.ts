import type { Construct } from 'constructs';
import { ComponentChart, serviceNameOf } from './component-chart.ts';

/** What selectors select by. It never changes, because selectors cannot. */
export function selectorOf(service: string): Record<string, string> {
  return { 'app.kubernetes.io/name': service };
}

/** Labels of everything that a service renders. */
export function podLabels(scope: Construct): Record<string, string> {
  return {
    ...selectorOf(serviceNameOf(scope)),
    'app.kubernetes.io/part-of': ComponentChart.of(scope).component,
  };
}
