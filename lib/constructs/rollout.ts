import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { hasRoomForOneMore } from './check-capacity.ts';
import { kubernetes } from './kubernetes.ts';
import { withSettings } from './pod-settings.ts';
import type { PodProps } from './pod-props.ts';
import { boundsOf } from './sizing.ts';
import type { Scaling } from './sizing.ts';

/**
 * How a Deployment replaces its pods: a new one is ready before an old one leaves, so that it never serves with less
 * than it had. Where the new one could never start, because the old ones hold the devices that it waits for, or fill all
 * nodes that may take it, the old one leaves first: otherwise the rollout would stand still for ever. What else runs on
 * those nodes is not known here; a rule looks at that, and `inPlace` answers it.
 */
export function rollout(scope: Construct, own: PodProps, scaling: Scaling): k8s.DeploymentStrategy {
  const props = withSettings(scope, own);
  const { inPlace = props.gpus !== undefined || !hasRoomForOneMore(scope, props, boundsOf(scaling).most) } = props;
  const number = (value: number): k8s.IntOrString => kubernetes.IntOrString.fromNumber(value);
  return {
    type: 'RollingUpdate',
    rollingUpdate: { maxSurge: number(inPlace ? 0 : 1), maxUnavailable: number(inPlace ? 1 : 0) },
  };
}
