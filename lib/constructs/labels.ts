import type { Construct } from 'constructs';
import { labelsOf } from '../model/labels.ts';
import { askerOf } from './component-chart.ts';

/** Labels of everything that a service renders. */
export function podLabels(scope: Construct): Record<string, string> {
  const { component, service } = askerOf(scope);
  return labelsOf(component, service);
}
