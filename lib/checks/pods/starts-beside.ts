import type { Manifest } from '../../model/manifest.ts';
import { mapAt, textAt } from '../../yaml/json-path.ts';

/** How many new pods a rollout of some workload starts beside all of its old ones. */
export function startsBeside({ kind, spec }: Manifest, pods: number): number {
  if (kind !== 'Deployment' || textAt(spec, 'strategy', 'type') === 'Recreate') return 0;
  return Math.ceil(partOf(mapAt(spec, 'strategy', 'rollingUpdate')['maxSurge'] ?? '25%', pods));
}

/** Whether a rollout may take a pod away first. A share that is less than one pod is none. */
export function mayLeaveFirst({ spec }: Manifest, pods: number): boolean {
  if (textAt(spec, 'strategy', 'type') === 'Recreate') return true;
  const { maxUnavailable = '25%', maxSurge = '25%' } = mapAt(spec, 'strategy', 'rollingUpdate');
  return Math.floor(partOf(maxUnavailable, pods)) > 0 || partOf(maxSurge, pods) === 0; // with neither, Kubernetes takes one away
}

/** A number of pods, which may be said as a share of all. */
function partOf(value: unknown, pods: number): number {
  const percent = /^(\d+)%$/.exec(String(value))?.[1];
  return percent === undefined ? Number(value) : (pods * Number(percent)) / 100;
}
