import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { configHash } from './config-files.ts';
import { houseContainer } from './container.ts';
import { extraContainers } from './extra-containers.ts';
import { podLabels } from './labels.ts';
import { withSettings } from './pod-settings.ts';
import type { PodProps } from './pod-props.ts';
import { schedulingOf } from './scheduling.ts';
import { spreadOf } from './spread.ts';
import { volumesOf } from './volumes.ts';

/** The one way pods are made here, whichever shape they belong to: requests, limits, probes and no right too many. */
export function podTemplate(scope: Construct, claimName: string | undefined, own: PodProps): k8s.PodTemplateSpec {
  const props = withSettings(scope, own);
  const name = serviceNameOf(scope);
  const { runAs = 10001, priority = 'serving', config = [], gracePeriod, runtimeClass } = props;
  const { beside, first } = extraContainers(scope, props);
  const hash = configHash(config);
  ComponentChart.of(scope).withPods.add(name);

  return {
    metadata: {
      labels: podLabels(scope),
      // What is read at the start only must change the pod whenever it changes.
      annotations: hash === undefined ? undefined : { 'plainsail.dev/config': hash },
    },
    spec: {
      serviceAccountName: name,
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      priorityClassName: priority,
      topologySpreadConstraints: spreadOf(name, props.spread),
      securityContext: {
        runAsNonRoot: true,
        runAsUser: runAs,
        runAsGroup: runAs,
        fsGroup: runAs,
        fsGroupChangePolicy: 'OnRootMismatch',
        seccompProfile: { type: 'RuntimeDefault' },
      },
      runtimeClassName: runtimeClass,
      terminationGracePeriodSeconds: gracePeriod,
      ...schedulingOf(props),
      initContainers: first && [...first],
      containers: [houseContainer(scope, props), ...beside],
      volumes: volumesOf(scope, claimName, props),
    },
  };
}
