import type { Construct } from 'constructs';
import { serviceNameOf } from './component-chart.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';

/**
 * Every service has an identity of its own, which by itself may do nothing.
 *
 * @param annotations @default - none
 */
export function serviceAccount(scope: Construct, annotations?: Record<string, string>): void {
  new kubernetes.KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: { name: serviceNameOf(scope), labels: podLabels(scope), annotations },
    automountServiceAccountToken: false,
  });
}
