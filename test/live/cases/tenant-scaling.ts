import { join } from 'node:path';
import { numberAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../../conformance/processes/until.ts';
import { demandNone } from '../../conformance/report/ledger.ts';
import { networksOf } from '../packets/places.ts';
import type { LiveCase } from './live-case.ts';
import { refusedPods } from './refused-pods.ts';
import { Tally } from './tally.ts';
import { tenantsOf } from './tenants.ts';
import type { LiveTenant } from './tenants.ts';

const loader = join(import.meta.dirname, '..', 'packets', 'load.mjs');
const name = 'ml-inference';

/** Seconds of load: the autoscaler doubles its pods every fifteen, once it has seen what they use. */
const seconds = 240;

/** A tenant's own pods ask its Service, as fast as a few askers can, until its autoscaler is at its most. */
export const tenantScaling: LiveCase = {
  title:
    'a tenant grows from its least pods to its most under load and back, without a failed request or a quota in its way',
  run: async platform => {
    const tenant = ofProd(await tenantsOf(platform));
    const { cluster, namespace, pods, urls } = tenant;
    const scaler = await cluster.api.get(
      `/apis/autoscaling/v2/namespaces/${namespace}/horizontalpodautoscalers/${name}`,
    );
    const [least, most] = [numberAt(scaler, 'spec', 'minReplicas') ?? 1, numberAt(scaler, 'spec', 'maxReplicas') ?? 1];
    const [inNetwork] = (await networksOf(cluster, pods)).values();
    const body = JSON.stringify({ text: 'The room was lovely, but the bill was a bad surprise.' });
    const started = Date.now();
    const load = inNetwork!(loader, JSON.stringify({ url: urls.at(-1), body, askers: 8, seconds }));
    await reaches(tenant, most, seconds);
    const up = since(started);
    const answers = JSON.parse(await load) as Readonly<Record<string, number>>;
    demandNone(new Tally(answers).failures, 'answers that are no success');
    demandNone(await refusedPods(cluster, namespace, started), 'pods that were refused');
    const ended = Date.now();
    // The controller waits for five minutes before it believes that the load is gone.
    await reaches(tenant, least, 600);
    await platform.world.allWell();
    return [
      `${namespace}: ${least} to ${most} pods in ${up} s of load, ${answers['200']} predictions, all answered; back to ${least} ${since(ended)} s after it`,
    ];
  },
};

/** Where the autoscaler may make the most pods. */
function ofProd(tenants: readonly LiveTenant[]): LiveTenant {
  return tenants.find(({ namespace }) => namespace.endsWith('-prod')) ?? tenants[0]!;
}

async function reaches({ cluster, namespace }: LiveTenant, wanted: number, patience: number): Promise<void> {
  await until(`${namespace} has ${wanted} pods`, {
    seconds: patience,
    every: 3000,
    missing: async () => {
      const deployment = await cluster.api.get(`/apis/apps/v1/namespaces/${namespace}/deployments/${name}`);
      const ready = numberAt(deployment, 'status', 'readyReplicas') ?? 0;
      return ready === wanted && numberAt(deployment, 'status', 'replicas') === wanted
        ? undefined
        : `${ready} are ready`;
    },
  });
}

function since(start: number): number {
  return Math.round((Date.now() - start) / 1000);
}
