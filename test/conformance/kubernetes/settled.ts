import { namespaceOf, titleOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import type { Api } from './api.ts';

/** What of a cluster's workloads, pods and claims is not yet as it must be, in words; undefined when all is. */
export async function unsettled(api: Api): Promise<string | undefined> {
  const [pods, claims, deployments, sets, jobs] = await Promise.all([
    api.list('/api/v1/pods'),
    api.list('/api/v1/persistentvolumeclaims'),
    api.list('/apis/apps/v1/deployments'),
    api.list('/apis/apps/v1/statefulsets'),
    api.list('/apis/batch/v1/jobs'),
  ]);
  const lacks = [
    ...deployments.filter(deployment => number(deployment, 'availableReplicas') < wanted(deployment)),
    ...sets.filter(set => number(set, 'readyReplicas') < wanted(set)),
    ...claims.filter(claim => statusOf(claim)['phase'] !== 'Bound'),
    ...jobs.filter(job => number(job, 'succeeded') < 1),
    ...pods.filter(pod => !['Running', 'Succeeded'].includes(String(statusOf(pod)['phase']))),
  ];
  if (lacks.length === 0) return undefined;
  return lacks.map(lack => `${titleOf(lack)} in ${String(namespaceOf(lack))}${because(lack)}`).join('; ');
}

function wanted({ spec }: Manifest): number {
  return Number((spec as JsonMap)['replicas'] ?? 1);
}

function number(manifest: Manifest, field: string): number {
  return Number(statusOf(manifest)[field] ?? 0);
}

function statusOf({ status }: Manifest): JsonMap {
  return (status ?? {}) as JsonMap;
}

/** What a controller or the scheduler says about it. */
function because(manifest: Manifest): string {
  const conditions = (statusOf(manifest)['conditions'] ?? []) as readonly JsonMap[];
  const messages = conditions
    .filter(({ status, message }) => status === 'False' && message)
    .map(({ message }) => String(message));
  return messages.length > 0 ? ` (${messages.join(', ')})` : '';
}
