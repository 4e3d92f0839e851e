import { setTimeout as sleep } from 'node:timers/promises';
import { listAt, numberAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { until } from '../../conformance/processes/until.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LivePlatform } from '../live-platform.ts';
import { leadsTo, nodePortsOf } from '../node-ports.ts';
import type { LiveCase } from './live-case.ts';

const artifact = 'the weights of a small model';

/** What a client logs is still there after the pod of the tracking server is gone. */
export const tracking: LiveCase = {
  title: 'MLflow keeps a run, a model and an artifact when its pod is deleted',
  run: async platform => {
    const { cluster, namespace, url } = await trackingServer(platform);
    const client = new Client(url);
    // A pod is well a moment before the nodes let everybody through to it.
    await until('the tracking server answers', {
      seconds: 20,
      missing: async () => {
        await client.get('experiments/search?max_results=1');
        return undefined;
      },
    });
    const name = `live-${Date.now()}`;
    const { experiment_id: experiment } = (await client.post('experiments/create', { name })) as {
      experiment_id: string;
    };
    const { run } = (await client.post('runs/create', { experiment_id: experiment })) as {
      run: { info: { run_id: string; artifact_uri: string } };
    };
    const { run_id: id, artifact_uri: place } = run.info;
    await client.post('runs/log-metric', { run_id: id, key: 'accuracy', value: 0.93, timestamp: Date.now() });
    await client.upload(place, 'model/weights.bin', artifact);
    await client.post('registered-models/create', { name });
    await client.post('model-versions/create', { name, source: `${place}/model`, run_id: id });

    for (const pod of await cluster.api.list(`/api/v1/namespaces/${namespace}/pods`)) {
      await cluster.api.send('DELETE', `/api/v1/namespaces/${namespace}/pods/${pod.metadata.name}`);
    }
    await sleep(2000);
    const started = Date.now();
    await until('the tracking server answers again', {
      seconds: 120,
      every: 2000,
      missing: async () => {
        const metrics = listAt(await client.get(`runs/get?run_id=${id}`), 'run', 'data', 'metrics');
        return metrics.some(metric => numberAt(metric, 'value') === 0.93) ? undefined : 'the run has no metric';
      },
    });
    const back = Math.round((Date.now() - started) / 1000);
    const versions = listAt(
      await client.get(`registered-models/get?name=${name}`),
      'registered_model',
      'latest_versions',
    );
    if (versions.length !== 1) throw new Error(`registered model: has ${versions.length} versions, must have 1`);
    const read = await client.download(place, 'model/weights.bin');
    if (read !== artifact) throw new Error(`artifact: is '${read}', must be '${artifact}'`);
    await platform.world.allWell();
    return [
      `over ${url}: a run with a metric, a registered model and an artifact were there ${back} s after the pod was deleted`,
    ];
  },
};

interface Tracking {
  readonly cluster: LiveCluster;
  readonly namespace: string;

  /** Over the tailnet. */
  readonly url: string;
}

/** The first one, of production if there is one. @throws NotTried where there is none */
async function trackingServer({ clusters }: LivePlatform): Promise<Tracking> {
  const found: Tracking[] = [];
  for (const cluster of clusters) {
    for (const service of await cluster.api.list('/api/v1/services')) {
      const namespace = textAt(service, 'metadata', 'namespace') ?? '';
      const [port] = nodePortsOf(service);
      if (port === undefined || !leadsTo(service, namespace, 'mlflow')) continue;
      found.push({ cluster, namespace, url: `http://${cluster.place.cluster.tailnetHost}:${port}` });
    }
  }
  const first = found.find(({ namespace }) => namespace.endsWith('-prod')) ?? found[0];
  if (!first) throw new NotTried('no cluster of this platform has a tracking server with a node port');
  return first;
}

/** As much of MLflow's REST API as a client of it uses. https://mlflow.org/docs/latest/api_reference/rest-api.html */
class Client {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  post(path: string, body: object): Promise<Json> {
    return this.json(`api/2.0/mlflow/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  get(path: string): Promise<Json> {
    return this.json(`api/2.0/mlflow/${path}`, {});
  }

  async upload(place: string, path: string, text: string): Promise<void> {
    const answer = await this.ask(this.artifact(place, path), { method: 'PUT', body: text });
    if (!answer.ok) throw new Error(`PUT ${path}: ${answer.status}, must be 200: ${await answer.text()}`);
  }

  async download(place: string, path: string): Promise<string> {
    return (await this.ask(this.artifact(place, path), {})).text();
  }

  /** Artifacts go through the server: `mlflow-artifacts:/<experiment>/<run>/artifacts`. */
  private artifact(place: string, path: string): string {
    return `api/2.0/mlflow-artifacts/artifacts/${place.replace(/^mlflow-artifacts:\/+/, '')}/${path}`;
  }

  private async json(path: string, init: RequestInit): Promise<Json> {
    const answer = await this.ask(path, init);
    if (!answer.ok) throw new Error(`${path}: ${answer.status}, must be 200: ${await answer.text()}`);
    return (await answer.json()) as Json;
  }

  private ask(path: string, init: RequestInit): Promise<Response> {
    return fetch(`${this.url}/${path}`, { ...init, signal: AbortSignal.timeout(30_000) });
  }
}
