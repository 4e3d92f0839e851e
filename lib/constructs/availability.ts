import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { serviceNameOf } from './component-chart.ts';
import { inNoBase } from './in-no-base.ts';
import { selectorOf } from '../model/labels.ts';
import { scaledObject } from './keda/scaled-object.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { behaviorOf } from './scaling-pace.ts';
import { boundsOf } from './sizing.ts';
import type { Autoscaling, Scaling } from './sizing.ts';

/**
 * The autoscaler where one is asked for, and a disruption budget where at least two pods run. With a single
 * pod a budget would only stop nodes from being drained. Both are switched on and off, so they stand in no base.
 */
export function availability(scope: Construct, kind: 'Deployment' | 'StatefulSet', scaling: Scaling): void {
  const name = serviceNameOf(scope);
  const { autoscaling, keda } = scaling;

  if (autoscaling) {
    inNoBase(
      new kubernetes.KubeHorizontalPodAutoscalerV2(scope, 'Autoscaler', {
        metadata: { name, labels: podLabels(scope) },
        spec: {
          scaleTargetRef: { apiVersion: 'apps/v1', kind, name },
          minReplicas: autoscaling.min,
          maxReplicas: autoscaling.max,
          metrics: targetsOf(autoscaling),
          ...(autoscaling.pace && { behavior: behaviorOf(autoscaling.pace) }),
        },
      }),
    );
  }
  if (keda) scaledObject(scope, kind, keda);
  if (boundsOf(scaling).least >= 2) {
    inNoBase(
      new kubernetes.KubePodDisruptionBudget(scope, 'DisruptionBudget', {
        metadata: { name, labels: podLabels(scope) },
        spec: {
          maxUnavailable: kubernetes.IntOrString.fromNumber(1),
          selector: { matchLabels: selectorOf(name) },
          unhealthyPodEvictionPolicy: 'AlwaysAllow',
        },
      }),
    );
  }
}

/** What pods should use on average of what they ask for. */
function targetsOf({ cpuPercent, memoryPercent }: Autoscaling): k8s.MetricSpecV2[] {
  const shares = { cpu: cpuPercent, ...(memoryPercent !== undefined && { memory: memoryPercent }) };
  return Object.entries(shares).map(([name, averageUtilization]) => ({
    type: 'Resource',
    resource: { name, target: { type: 'Utilization', averageUtilization } },
  }));
}
