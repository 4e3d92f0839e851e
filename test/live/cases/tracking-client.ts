import type { Json } from '../../../lib/yaml/json.ts';
import { until } from '../../conformance/processes/until.ts';

/** As much of MLflow's REST API as a client of it uses. https://mlflow.org/docs/latest/api_reference/rest-api.html */
export class TrackingClient {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** A pod is well a moment before the nodes let everybody through to it. */
  async answers(): Promise<void> {
    await until('the tracking server answers', {
      seconds: 120,
      every: 2000,
      missing: async () => {
        await this.get('experiments/search?max_results=1');
        return undefined;
      },
    });
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
