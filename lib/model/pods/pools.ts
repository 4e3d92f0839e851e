import type { Json } from '../../yaml/json.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { NodePool } from '../cluster.ts';
import { quoted } from '../input/names.ts';
import { hasSelectedLabels, labelsOfPool, meetsAffinity } from './node-labels.ts';
import type { Scheduling, Taint } from './scheduling.ts';

/** The nodes that may take a pod, as far as their labels and taints say. */
export function poolsFor(pod: Scheduling, nodes: readonly NodePool[]): NodePool[] {
  return nodes.filter(
    pool => hasSelectedLabels(pool, pod) && meetsAffinity(pool, pod) && untolerated(pod, pool).length === 0,
  );
}

/** What must be otherwise so that any node may take a pod. */
export interface Unplaceable {
  /** The field that is in the way. */
  readonly field: keyof Scheduling;
  readonly must: string;
}

/**
 * Why no node may take a pod; undefined where one may, or where there are no nodes, as in the base.
 *
 * @param pod its spec, which may be wrong in any way
 */
export function unplaceable(pod: Scheduling, nodes: readonly NodePool[]): Unplaceable | undefined {
  if (nodes.length === 0 || poolsFor(pod, nodes).length > 0) return undefined;
  const selected = nodes.filter(pool => hasSelectedLabels(pool, pod));
  if (selected.length === 0)
    return { field: 'nodeSelector', must: `must be labels of one pool of nodes: ${poolTexts(nodes)}` };
  const met = selected.filter(pool => meetsAffinity(pool, pod));
  if (met.length === 0) return { field: 'affinity', must: `must be met by a pool of nodes: ${poolTexts(selected)}` };
  const taints = met.map(pool => `'${pool.name}' has ${quoted(untolerated(pod, pool).map(taintText))}`);
  return { field: 'tolerations', must: `must have one for the taints of a pool of nodes: ${taints.join('; ')}` };
}

function poolTexts(nodes: readonly NodePool[]): string {
  return nodes
    .map(pool => {
      const labels = Object.entries(labelsOfPool(pool)).map(([key, value]) => `${key}=${value}`);
      return `'${pool.name}' has ${quoted(labels)}`;
    })
    .join('; ');
}

/** A taint as kubectl writes it. */
function taintText({ key, value, effect }: Taint): string {
  return `${key}${value === undefined ? '' : `=${value}`}:${effect}`;
}

/** Taints of a pool that keep a pod out of it. */
function untolerated({ tolerations }: Scheduling, { taints = [] }: NodePool): Taint[] {
  return taints
    .filter(({ effect }) => effect !== 'PreferNoSchedule')
    .filter(taint => !listAt(tolerations as unknown as Json).some(toleration => tolerates(toleration, taint)));
}

function tolerates(toleration: Json, taint: Taint): boolean {
  const [key, effect] = [textAt(toleration, 'key') ?? '', textAt(toleration, 'effect') ?? ''];
  const exists = textAt(toleration, 'operator') === 'Exists';
  return (
    (effect === '' || effect === taint.effect)
    && (key === '' ? exists : key === taint.key)
    && (exists || (textAt(toleration, 'value') ?? '') === (taint.value ?? ''))
  );
}
