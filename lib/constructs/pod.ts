import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { serviceNameOf } from './component-chart.ts';
import { configHash } from './config-files.ts';
import { houseContainer } from './container.ts';
import { podLabels } from './labels.ts';
import type { PodProps } from './pod-props.ts';
import { volumesOf } from './volumes.ts';

/** The one way pods are made here: invariant 8 of the architecture, in one place. */
export function podTemplate(scope: Construct, claimName: string | undefined, props: PodProps): k8s.PodTemplateSpec {
  const name = serviceNameOf(scope);
  const { runAs = 10001, priority = 'serving', config = [] } = props;

  return {
    metadata: {
      labels: podLabels(scope),
      // Pods read their files at start, so a changed file must change the pod.
      annotations: config.length > 0 ? { 'plainsail.dev/config': configHash(config) } : undefined,
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: priority,
      securityContext: {
        runAsNonRoot: true,
        runAsUser: runAs,
        runAsGroup: runAs,
        fsGroup: runAs,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [houseContainer(scope, props)],
      volumes: volumesOf(name, claimName, props),
    },
  };
}
