import { namespaceOf, titleOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { until } from '../processes/until.ts';
import type { Api } from './api.ts';
import { apply, withTemplate } from './rollouts.ts';
import { unsettled } from './settled.ts';

/**
 * Breaks each StatefulSet of a cluster, so that its pod never gets ready, and takes that back: nobody deletes a pod.
 *
 * @throws Error where one does not get well again
 */
export async function takenBack(api: Api, objects: readonly Manifest[]): Promise<string[]> {
  const sets = objects.filter(({ kind }) => kind === 'StatefulSet');
  for (const set of sets) await apply(api, withTemplate(set, nowhere));
  await until('every StatefulSet is broken', {
    seconds: 60,
    missing: async () => {
      const pods = await api.list('/api/v1/pods');
      const whole = sets.filter(set => !pods.some(pod => isBroken(pod, set)));
      return whole.length > 0 ? whole.map(titleOf).join(', ') : undefined;
    },
  });
  const started = Date.now();
  for (const set of sets) await apply(api, set);
  await until('every StatefulSet is well again', { seconds: 60, missing: () => unsettled(api) });
  return [`${sets.length} StatefulSets were broken, and well ${Math.round((Date.now() - started) / 1000)} s after`];
}

/** No node has such a label, so the scheduler finds none. */
function nowhere(template: JsonMap): JsonMap {
  return { ...template, spec: { ...(template['spec'] as JsonMap), nodeSelector: { 'conformance/is': 'nowhere' } } };
}

function isBroken(pod: Manifest, set: Manifest): boolean {
  const { nodeSelector, nodeName } = pod.spec as JsonMap;
  const isIts = pod.metadata.name === `${set.metadata.name}-0` && namespaceOf(pod) === namespaceOf(set);
  return isIts && nodeSelector !== undefined && nodeName === undefined;
}
