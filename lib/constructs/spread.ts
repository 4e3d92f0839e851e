import type { k8s } from 'cdk8s-plus-28';
import { choice, fields } from '../model/input/collections.ts';
import { optional } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { selectorOf } from '../model/labels.ts';

/** How the pods of one service are kept apart, so that what takes one of them down leaves the others. */
export interface Spread {
  /** What each pod should have for itself. */
  readonly over: 'node' | 'zone';

  /** Whether a pod waits rather than join another where there is a better place. @default false */
  readonly required?: boolean;
}

/** Labels by which nodes say where they are. */
export const topologyKeys = { node: 'kubernetes.io/hostname', zone: 'topology.kubernetes.io/zone' } as const;

/** What must be said of it. */
export const spreadForm = fields<Spread>({ over: choice(Object.keys(topologyKeys)), required: optional(forms.flag) });

/**
 * The constraint as Kubernetes writes it. Pods of one rollout are counted together, not those that it replaces; and nodes
 * whose taints keep the pods away are not counted as empty ones, with which no node might take a second pod.
 */
export function spreadOf(service: string, spread: Spread | undefined): k8s.TopologySpreadConstraint[] | undefined {
  if (!spread) return undefined;
  return [
    {
      maxSkew: 1,
      topologyKey: topologyKeys[spread.over],
      whenUnsatisfiable: spread.required ? 'DoNotSchedule' : 'ScheduleAnyway',
      labelSelector: { matchLabels: selectorOf(service) },
      matchLabelKeys: ['pod-template-hash'],
      nodeTaintsPolicy: 'Honor',
    },
  ];
}
