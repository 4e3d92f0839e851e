import { listAt, mapAt, numberAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { until } from '../../conformance/processes/until.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LivePlatform } from '../live-platform.ts';
import { leadsTo, nodePortsOf } from '../node-ports.ts';

/** A model that is served with an autoscaler, and where its predictions are asked for over the tailnet. */
export interface ModelAtWork {
  readonly cluster: LiveCluster;
  readonly namespace: string;
  readonly name: string;
  readonly url: string;

  /** Fewest and most pods that its autoscaler makes. */
  readonly least: number;
  readonly most: number;
}

/** The first such model. @throws NotTried when there is none */
export async function modelAtWork(platform: LivePlatform): Promise<ModelAtWork> {
  const [first] = await modelsAtWork(platform);
  if (!first) throw new NotTried('no model of this platform has an autoscaler and a node port');
  return first;
}

/** All such models. */
export async function modelsAtWork({ clusters }: LivePlatform): Promise<ModelAtWork[]> {
  const found: ModelAtWork[] = [];
  for (const cluster of clusters) {
    const services = await cluster.api.list('/api/v1/services');
    for (const scaler of await cluster.api.list('/apis/autoscaling/v2/horizontalpodautoscalers')) {
      const namespace = textAt(scaler, 'metadata', 'namespace') ?? '';
      const name = textAt(scaler, 'spec', 'scaleTargetRef', 'name') ?? '';
      const [port] = services.filter(each => leadsTo(each, namespace, name)).flatMap(nodePortsOf);
      if (port === undefined) continue;
      const url = `http://${cluster.place.tailnet}:${port}`;
      const [least = 1, most = 1] = ['minReplicas', 'maxReplicas'].map(field => numberAt(scaler, 'spec', field));
      found.push({ cluster, namespace, name, url, least, most });
    }
  }
  return found;
}

/** Its Deployment, as the API server has it. */
export function deploymentOf({ cluster, namespace, name }: ModelAtWork): Promise<JsonMap> {
  return cluster.api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`);
}

/** Its pods that nobody is about to end. */
export async function podsOf({ cluster, namespace, name }: ModelAtWork): Promise<readonly Manifest[]> {
  const selector = encodeURIComponent(`app.kubernetes.io/name=${name}`);
  const pods = await cluster.api.list(`/api/v1/namespaces/${namespace}/pods?labelSelector=${selector}`);
  return pods.filter(pod => textAt(pod, 'metadata', 'deletionTimestamp') === undefined);
}

/** Ends its pods, so that new ones begin. */
export async function endPods(model: ModelAtWork): Promise<void> {
  const { cluster, namespace } = model;
  for (const pod of await podsOf(model)) {
    await cluster.api.send('DELETE', `/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}`);
  }
}

/** How often its containers were started again. */
export async function restartsOf(model: ModelAtWork): Promise<number> {
  const counts = (await podsOf(model)).flatMap(pod =>
    listAt(pod, 'status', 'containerStatuses').map(each => numberAt(each, 'restartCount') ?? 0),
  );
  return counts.reduce((sum, each) => sum + each, 0);
}

/** Breaks one of its pods on purpose, where its image knows how. @throws NotTried where it does not */
export async function fault(model: ModelAtWork, kind: string): Promise<void> {
  const { name, url, least } = model;
  // An autoscaler that goes down after the load of another case ends those pods first that are not well.
  await until(`${name} has its least pods`, {
    seconds: 200,
    every: 1000,
    missing: async () => {
      const { length } = await podsOf(model);
      return length <= least ? undefined : `it has ${length}, must have ${least}`;
    },
  });
  // A pod is well a moment before the nodes let everybody through to it, and what is asked then breaks nothing.
  await until(`${name} answers`, {
    seconds: 20,
    missing: async () => {
      const { ok, status } = await fetch(`${url}/health`, { signal: AbortSignal.timeout(5000) });
      return ok ? undefined : `it answers with ${status}`;
    },
  });
  const answer = await fetch(`${url}/fault/${kind}`, { method: 'POST', signal: AbortSignal.timeout(10_000) }).catch(
    () => undefined,
  );
  // One that breaks may not have the time to answer.
  if (answer?.status === 404) throw new NotTried('this image cannot be broken on purpose');
}

/** Ready pods of its Deployment. */
export async function readyOf(model: ModelAtWork): Promise<number> {
  return numberAt(mapAt(await deploymentOf(model), 'status'), 'readyReplicas') ?? 0;
}
