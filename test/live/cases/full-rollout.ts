import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mapAt, numberAt, textAt } from '../../../lib/yaml/json-path.ts';
import { amid } from '../../conformance/argocd/edits.ts';
import { until } from '../../conformance/processes/until.ts';
import { demandNone } from '../../conformance/report/ledger.ts';
import type { LiveCase } from './live-case.ts';
import { modelAtWork } from './model-at-work.ts';
import type { ModelAtWork } from './model-at-work.ts';
import { overlayOf } from './places-in-dist.ts';
import { refusedPods } from './refused-pods.ts';

/** All models of a namespace are rolled out at full scale, at once: the quota holds nobody up. */
export const fullRollout: LiveCase = {
  title: 'a rollout of every model at full scale is held up by no quota',
  run: async platform => {
    const model = await modelAtWork(platform);
    const { cluster, namespace } = model;
    const path = `/apis/apps/v1/namespaces/${namespace}/deployments`;
    const scalers = await cluster.api.list(`/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers`);
    const most = new Map(
      scalers.map(each => [
        textAt(each, 'spec', 'scaleTargetRef', 'name') ?? '',
        numberAt(each, 'spec', 'maxReplicas') ?? 1,
      ]),
    );
    const names = (await cluster.api.list(path)).map(({ metadata }) => metadata.name);
    const overlay = platform.world.file(await overlayOf(model));
    const stamp = { 'kubectl.kubernetes.io/restartedAt': new Date().toISOString() };
    return amid(
      platform.world,
      () => atFullScale(overlay),
      async () => {
        await until('every model is at full scale', { seconds: 180, missing: () => lacking(model, names, most) });
        const started = Date.now();
        const change = { spec: { template: { metadata: { annotations: stamp } } } };
        await Promise.all(names.map(name => cluster.api.patch(`${path}/${name}`, change)));
        await until('every model was rolled out', { seconds: 240, missing: () => lacking(model, names, most) });
        const seconds = Math.round((Date.now() - started) / 1000);
        demandNone(await refusedPods(cluster, namespace, started), 'pods that were refused');
        const pods = [...most.values()].join(' and ');
        return [`${names.length} models, of which some with ${pods} pods: rolled out in ${seconds} s, no pod refused`];
      },
    );
  },
};

/** In the commit, every autoscaler has its most pods as its least. */
function atFullScale(overlay: string): void {
  for (const file of readdirSync(overlay).filter(name => name.startsWith('horizontalpodautoscaler.'))) {
    const path = join(overlay, file);
    const text = readFileSync(path, 'utf8');
    const [, most = ''] = /^ *maxReplicas: (\d+)$/m.exec(text) ?? [];
    writeFileSync(path, text.replace(/^( *minReplicas:) \d+$/m, `$1 ${most}`));
  }
}

async function lacking(
  { cluster, namespace }: ModelAtWork,
  names: readonly string[],
  most: ReadonlyMap<string, number>,
): Promise<string | undefined> {
  const found = await cluster.api.list(`/apis/apps/v1/namespaces/${namespace}/deployments`);
  const lacks = found.filter(deployment => {
    const wanted = most.get(deployment.metadata.name) ?? numberAt(deployment, 'spec', 'replicas') ?? 1;
    const status = mapAt(deployment, 'status');
    const seen = numberAt(status, 'observedGeneration') === numberAt(deployment, 'metadata', 'generation');
    return (
      !seen || ['replicas', 'updatedReplicas', 'readyReplicas'].some(field => (numberAt(status, field) ?? 0) !== wanted)
    );
  });
  return lacks.length === 0 && found.length === names.length
    ? undefined
    : lacks.map(({ metadata }) => metadata.name).join(', ');
}
