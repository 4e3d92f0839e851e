import { listAt, numberAt } from '../../../lib/yaml/json-path.ts';
import type { TrackingClient } from './tracking-client.ts';

const artifact = 'the weights of a small model';
const accuracy = 0.93;

/** A run with a metric, a model and an artifact, as a client has logged it. */
export interface LoggedRun {
  readonly id: string;

  /** Where its artifacts are. */
  readonly place: string;

  /** Of its experiment and of its model. */
  readonly name: string;
}

/** Logs a run as training code does. */
export async function logRun(client: TrackingClient): Promise<LoggedRun> {
  const name = `live-${Date.now()}`;
  const { experiment_id: experiment } = (await client.post('experiments/create', { name })) as {
    experiment_id: string;
  };
  const { run } = (await client.post('runs/create', { experiment_id: experiment })) as {
    run: { info: { run_id: string; artifact_uri: string } };
  };
  const { run_id: id, artifact_uri: place } = run.info;
  await client.post('runs/log-metric', { run_id: id, key: 'accuracy', value: accuracy, timestamp: Date.now() });
  await client.upload(place, 'model/weights.bin', artifact);
  await client.post('registered-models/create', { name });
  await client.post('model-versions/create', { name, source: `${place}/model`, run_id: id });
  return { id, place, name };
}

/** @throws Error when something of it is not there any more */
export async function demandLogged(client: TrackingClient, { id, place, name }: LoggedRun): Promise<void> {
  const metrics = listAt(await client.get(`runs/get?run_id=${id}`), 'run', 'data', 'metrics');
  const values = metrics.map(metric => numberAt(metric, 'value'));
  if (!values.includes(accuracy)) throw new Error(`metrics of the run: are ${values.join()}, must have ${accuracy}`);
  const model = await client.get(`registered-models/get?name=${name}`);
  const versions = listAt(model, 'registered_model', 'latest_versions');
  if (versions.length !== 1) throw new Error(`registered model: has ${versions.length} versions, must have 1`);
  const read = await client.download(place, 'model/weights.bin');
  if (read !== artifact) throw new Error(`artifact: is '${read}', must be '${artifact}'`);
}
