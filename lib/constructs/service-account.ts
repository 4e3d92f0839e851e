import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { serviceNameOf } from './component-chart.ts';
import { podLabels } from './pod.ts';

/** Every service has an identity of its own, which by itself may do nothing. */
export function serviceAccount(scope: Construct): void {
  new k8s.KubeServiceAccount(scope, 'ServiceAccount', {
    metadata: { name: serviceNameOf(scope), labels: podLabels(scope) },
    automountServiceAccountToken: false,
  });
}
