import type { Pods } from '../../kinds/pods/pods.ts';
import type { Json } from '../../yaml/json.ts';
import { listAt, numberAt, textAt, textsAt } from '../../yaml/json-path.ts';
import { selects } from '../network/selector.ts';

/** How pods of one sort must be kept apart. Zones are not looked at: rows of nodes need not say theirs. */
export interface Apart {
  /** How many more of one rollout a node may have than any other that may take them. @default - any number */
  readonly skew?: number;

  /** Whether nodes whose taints keep them away count as such others, as they do unless a spread says otherwise. */
  readonly countsTainted: boolean;

  /** Whether a node that has one takes no other, old or new. */
  readonly alone: boolean;
}

/** What the pods themselves demand; what they only prefer moves no pod to where it has no room. */
export function apartOf({ metadata, spec }: Pick<Pods, 'metadata' | 'spec'>): Apart {
  const isOwn = (term: Json): boolean =>
    textAt(term, 'topologyKey') === 'kubernetes.io/hostname'
    && selects((term as { labelSelector?: Json }).labelSelector ?? {}, textsAt(metadata, 'labels'));
  const spreads = listAt(spec, 'topologySpreadConstraints')
    .filter(isOwn)
    .filter(term => textAt(term, 'whenUnsatisfiable') === 'DoNotSchedule');
  const skews = spreads.map(term => numberAt(term, 'maxSkew') ?? 1);
  const refusals = listAt(spec, 'affinity', 'podAntiAffinity', 'requiredDuringSchedulingIgnoredDuringExecution');
  return {
    ...(skews.length > 0 && { skew: Math.min(...skews) }),
    countsTainted: spreads.some(term => textAt(term, 'nodeTaintsPolicy') !== 'Honor'),
    alone: refusals.some(isOwn),
  };
}
