import { namespaceOf, titleOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { until } from '../processes/until.ts';
import { demandNone } from '../report/ledger.ts';
import type { Api } from './api.ts';
import type { Running } from './control-plane.ts';
import { makeRoom } from './nodes.ts';
import { unsettled } from './settled.ts';

const podsPath = '/api/v1/pods';

/**
 * Rolls every workload of a cluster at once, with every autoscaler at its most, where nodes hold nothing back. Its pods take
 * as long to end as they may, and its quotas count them until they are gone.
 *
 * @throws Error where one does not end, or a quota refused a pod of it
 */
export async function rollEverything(cluster: Running, objects: readonly Manifest[]): Promise<string[]> {
  const { api } = cluster;
  await makeRoom(cluster);
  await toFullScale(api, objects);
  const known = new Set((await refusals(api)).map(({ metadata }) => metadata.name));

  const started = Date.now();
  for (const workload of workloadsIn(objects)) await apply(api, withTemplate(workload, annotated));
  const peaks = new Map<string, number>();
  await until('every workload is rolled', {
    seconds: 90,
    every: 200,
    missing: async () => {
      const pods = await api.list(podsPath);
      for (const [namespace, count] of counts(pods)) {
        peaks.set(namespace, Math.max(count, peaks.get(namespace) ?? 0));
      }
      return notRolled(api);
    },
  });
  const seconds = Math.round((Date.now() - started) / 1000);
  const refused = (await refusals(api)).filter(({ metadata }) => !known.has(metadata.name));
  demandNone(
    refused.map(event => `${namespaceOf(event)}: ${String(event['message'])}`),
    'pods that a quota refused',
  );
  return [`rolled in ${seconds} s`, ...(await Promise.all([...peaks].map(peak => peakText(api, ...peak))))];
}

/**
 * Rolls one workload after the other, with every autoscaler at its most, on the nodes that there are.
 *
 * @throws Error where one does not end
 */
export async function rollOneByOne({ api }: Running, objects: readonly Manifest[]): Promise<string[]> {
  await toFullScale(api, objects);
  const workloads = workloadsIn(objects);
  for (const workload of workloads) {
    await apply(api, withTemplate(workload, annotated));
    const name = titleOf(workload);
    await until(`${name} is rolled`, { seconds: 30, every: 100, missing: () => notRolled(api) });
  }
  return [`${workloads.length} workloads`];
}

/** Each autoscaled workload gets the most pods that it may have: nothing here measures them. */
async function toFullScale(api: Api, objects: readonly Manifest[]): Promise<void> {
  for (const scaler of objects.filter(({ kind }) => kind === 'HorizontalPodAutoscaler')) {
    const { scaleTargetRef, maxReplicas } = scaler.spec as unknown as ScalerSpec;
    const target = { ...scaleTargetRef, metadata: { ...scaler.metadata, name: scaleTargetRef.name } };
    const { status, body } = await api.patch(`${await api.pathOf(target)}/scale`, { spec: { replicas: maxReplicas } });
    if (status >= 300) throw new Error(`${titleOf(target)}: ${String(body['message'])}`);
  }
  await until('every workload runs at full scale, and nothing ends', { seconds: 60, missing: () => underWay(api) });
}

interface ScalerSpec {
  readonly scaleTargetRef: { readonly apiVersion: string; readonly kind: string; readonly name: string };
  readonly maxReplicas: number;
}

function workloadsIn(objects: readonly Manifest[]): Manifest[] {
  return objects.filter(({ kind }) => ['Deployment', 'StatefulSet'].includes(kind));
}

/** A workload with a pod template that differs from its own. */
export function withTemplate(workload: Manifest, change: (template: JsonMap) => JsonMap): Manifest {
  const spec = workload.spec as JsonMap;
  return { ...workload, spec: { ...spec, template: change(spec['template'] as JsonMap) } };
}

function annotated(template: JsonMap): JsonMap {
  const { annotations, ...metadata } = template['metadata'] as JsonMap;
  return { ...template, metadata: { ...metadata, annotations: { ...(annotations as JsonMap), rolled: 'yes' } } };
}

/** Sends an object. @throws Error where it is refused */
export async function apply(api: Api, manifest: Manifest): Promise<void> {
  const { status, body } = await api.apply(manifest);
  if (status >= 300) throw new Error(`${titleOf(manifest)}: ${String(body['message'])}`);
}

async function underWay(api: Api): Promise<string | undefined> {
  const ending = (await api.list(podsPath)).filter(({ metadata }) => 'deletionTimestamp' in metadata);
  if (ending.length > 0) return `${ending.length} pods are ending`;
  return unsettled(api);
}

async function notRolled(api: Api): Promise<string | undefined> {
  const [deployments, sets] = await Promise.all([
    api.list('/apis/apps/v1/deployments'),
    api.list('/apis/apps/v1/statefulsets'),
  ]);
  const behind = [...deployments, ...sets].filter(workload => !isRolled(workload));
  return behind.length > 0
    ? behind.map(workload => `${titleOf(workload)} in ${String(namespaceOf(workload))}`).join(', ')
    : undefined;
}

/** Whether its controller has seen a workload as it is, and all of its pods are new and available. */
export function isRolled({ metadata, spec, status }: Manifest): boolean {
  const { observedGeneration, updatedReplicas = 0, replicas = 0, availableReplicas = 0 } = status as JsonMap;
  const wanted = (spec as JsonMap)['replicas'];
  const seen = observedGeneration === (metadata as unknown as JsonMap)['generation'];
  return seen && [updatedReplicas, replicas, availableReplicas].every(count => count === wanted);
}

/** What controllers say when a quota refuses a pod of theirs. They say as much when two of them count at once. */
async function refusals(api: Api): Promise<Manifest[]> {
  const events = await api.list('/api/v1/events?fieldSelector=reason=FailedCreate');
  return events.filter(event => /exceeded quota/.test(String(event['message'])));
}

/** Pods that count, by namespace. */
function counts(pods: readonly Manifest[]): Map<string, number> {
  const result = new Map<string, number>();
  for (const pod of pods) {
    if (['Succeeded', 'Failed'].includes(String((pod['status'] as JsonMap)['phase']))) continue;
    const namespace = namespaceOf(pod) ?? '';
    result.set(namespace, (result.get(namespace) ?? 0) + 1);
  }
  return result;
}

async function peakText(api: Api, namespace: string, peak: number): Promise<string> {
  const [quota] = await api.list(`/api/v1/namespaces/${namespace}/resourcequotas`);
  const hard = (quota?.spec as { readonly hard?: Readonly<Record<string, string>> } | undefined)?.hard;
  return `${namespace}: ${peak} pods at once, the quota has room for ${hard?.['pods'] ?? 'any number'}`;
}
