import type { k8s } from 'cdk8s-plus-28';
import { fields } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';

/** How fast an autoscaler changes the number of pods, in each direction. */
export interface ScalingPace {
  /** @default - as Kubernetes does by itself */
  readonly up?: Pace;

  /** @default - as Kubernetes does by itself */
  readonly down?: Pace;
}

/** Steps in one direction. Of `percent` and `pods`, the one that allows the larger step counts. */
export interface Pace {
  /** Seconds that it looks back over, to follow the calmest of what it wanted in them. */
  readonly window: number;

  /** Seconds of one step. */
  readonly every: number;

  /** How much of the pods one step may add or take away. @default - no such step */
  readonly percent?: number;

  /** How many pods one step may add or take away. @default - no such step */
  readonly pods?: number;
}

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/
const pace = fields<Pace>({
  window: whole(0, 3600),
  every: whole(1, 1800),
  percent: optional(whole(1, 1000)),
  pods: optional(whole(1, 1000)),
});

/** What must be said of it. */
export const scalingPaceForm = fields<ScalingPace>({ up: optional(pace), down: optional(pace) });

/** The pace as Kubernetes writes it. */
export function behaviorOf({ up, down }: ScalingPace): k8s.HorizontalPodAutoscalerBehaviorV2 {
  return { ...(down && { scaleDown: rulesOf(down) }), ...(up && { scaleUp: rulesOf(up) }) };
}

function rulesOf({ window, every, percent, pods }: Pace): k8s.HpaScalingRulesV2 {
  return {
    stabilizationWindowSeconds: window,
    selectPolicy: 'Max',
    policies: [
      ...(percent === undefined ? [] : [{ type: 'Percent', value: percent, periodSeconds: every }]),
      ...(pods === undefined ? [] : [{ type: 'Pods', value: pods, periodSeconds: every }]),
    ],
  };
}
