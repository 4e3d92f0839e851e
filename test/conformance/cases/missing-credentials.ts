import type { JsonMap } from '../../../lib/yaml/json.ts';
import type { World } from '../argocd/running-platform.ts';
import { until } from '../processes/until.ts';
import type { Case } from './case.ts';

const secrets = '/apis/external-secrets.io/v1/namespaces';
const awaited = `${secrets}/monitoring-dev/externalsecrets/grafana-admin`;
const credentials = `${secrets}/argocd/externalsecrets/cluster-edge`;

/** A cluster may wait for a person to store its credentials; what comes after in the first cluster must not. */
export const missingCredentials: Case = {
  title: 'a missing secret degrades its Application, missing credentials of another cluster do not',
  run: async world => {
    await play(world, credentials, 'False');
    await play(world, awaited, 'False');
    try {
      await until('dev-gcp-secrets is Degraded', {
        seconds: 60,
        missing: async () => {
          const state = await world.state('dev-gcp-secrets');
          return state?.health === 'Degraded' ? undefined : `${state?.health}`;
        },
      });
      await world.refresh(['gcp-argocd-clusters'], 'hard');
      await until('the look has ended', { seconds: 30, missing: () => refreshing(world) });
      const { health } = (await world.state('gcp-argocd-clusters'))!;
      if (health !== 'Healthy') throw new Error(`gcp-argocd-clusters: ${health}, must be Healthy`);
      return ['dev-gcp-secrets was Degraded, gcp-argocd-clusters stayed Healthy'];
    } finally {
      await play(world, credentials, 'True');
      await play(world, awaited, 'True');
      await world.allWell();
    }
  },
};

/** Says in the operator's place whether an ExternalSecret has what it asks for. */
async function play({ home: { api } }: World, secret: string, status: 'True' | 'False'): Promise<void> {
  const { conditions } = (await api.get(secret))['status'] as { conditions: readonly JsonMap[] };
  const played = conditions.map(condition => ({ ...condition, status }));
  await api.patch(`${secret}/status`, { status: { conditions: played } });
}

async function refreshing(world: World): Promise<string | undefined> {
  const { annotations = {} } = (await world.state('gcp-argocd-clusters'))!.manifest.metadata;
  return 'argocd.argoproj.io/refresh' in (annotations as JsonMap) ? 'its end' : undefined;
}
