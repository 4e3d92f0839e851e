import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { at, numberAt } from '../../../lib/yaml/json-path.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { amid } from '../../conformance/argocd/edits.ts';
import { until } from '../../conformance/processes/until.ts';
import { demandNone } from '../../conformance/report/ledger.ts';
import type { LiveCase } from './live-case.ts';
import { Load } from './load.ts';
import { deploymentOf, modelAtWork } from './model-at-work.ts';
import type { ModelAtWork } from './model-at-work.ts';
import { baseFileOf } from './places-in-dist.ts';

/** A commit that starts new pods takes none of the requests that are made meanwhile. */
export const rollout: LiveCase = {
  title: 'a rollout under load loses no request',
  run: async platform => {
    const model = await modelAtWork(platform);
    const file = platform.world.file(await baseFileOf(model));
    const load = new Load(model.url, { askers: 4, pause: 20 });
    const notes = await amid(
      platform.world,
      () => annotate(file),
      async () => {
        const before = numberAt(await deploymentOf(model), 'metadata', 'generation') ?? 0;
        await until(`${model.name} was rolled out`, {
          seconds: 180,
          every: 1000,
          missing: () => unfinished(model, before),
        });
        return ['rolled out'];
      },
    ).finally(() => load.end());
    const { count, failures } = await load.end();
    demandNone(failures, `sorts of failure among ${count} requests`);
    return [...notes, `${count} requests during two rollouts, forth and back: every one was answered`];
  },
};

/** Changes the template of the pods, and nothing that they do. */
function annotate(file: string): void {
  const object = parse(readFileSync(file, 'utf8')) as { spec: { template: { metadata: JsonMap } } };
  const { metadata } = object.spec.template;
  object.spec.template.metadata = {
    ...metadata,
    annotations: { ...(metadata['annotations'] as JsonMap), 'live.example/rolled': 'once' },
  };
  writeFileSync(file, stringify(object));
}

async function unfinished(model: ModelAtWork, before: number): Promise<string | undefined> {
  const deployment = await deploymentOf(model);
  const [wanted, seen] = [
    numberAt(deployment, 'metadata', 'generation') ?? 0,
    numberAt(deployment, 'status', 'observedGeneration') ?? 0,
  ];
  if (at(deployment, 'spec', 'template', 'metadata', 'annotations') === undefined && wanted <= before)
    return 'the change has not arrived';
  if (seen < wanted) return 'the controller has not seen it';
  const count = (field: string): number => numberAt(deployment, 'status', field) ?? 0;
  const replicas = numberAt(deployment, 'spec', 'replicas') ?? 1;
  return count('updatedReplicas') === replicas && count('replicas') === replicas && count('readyReplicas') === replicas
    ? undefined
    : `${count('updatedReplicas')} of ${replicas} are new`;
}
