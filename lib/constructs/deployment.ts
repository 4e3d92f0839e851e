import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { selectorOf } from '../model/labels.ts';
import { serviceNameOf } from './component-chart.ts';
import { DrainingDeployment } from './draining-deployment.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { exemptFromProbes } from './no-probes.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import { rollout } from './rollout.ts';
import { scaledByOthers } from './sizing.ts';
import type { Scaling } from './sizing.ts';

/**
 * The Deployment of a service.
 *
 * @param claimName a claim that one pod at a time may mount @default - none
 */
export function deployment(scope: Construct, props: PodProps & Scaling, claimName?: string): k8s.KubeDeployment {
  const name = serviceNameOf(scope);
  // One that stops before its successor starts has nobody to leave its requests to.
  const sort = claimName === undefined ? DrainingDeployment : kubernetes.KubeDeployment;
  return new sort(scope, 'Deployment', {
    metadata: { name, labels: podLabels(scope), annotations: exemptFromProbes(props) },
    spec: {
      replicas: scaledByOthers(props) ? undefined : (props.replicas ?? 1), // an autoscaler's number must not be in git
      revisionHistoryLimit: 3,
      selector: { matchLabels: selectorOf(name) },
      strategy: claimName === undefined ? rollout(scope, props, props) : { type: 'Recreate' },
      template: podTemplate(scope, claimName, props),
    },
  });
}
