import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json } from '../../../lib/yaml/json.ts';
import { at, listAt, textAt, textsAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../../conformance/processes/until.ts';
import { demandNone, NotTried } from '../../conformance/report/ledger.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import { rootFile } from '../internet/acme.ts';
import { playedHosts } from '../internet/authority.ts';
import { playedRequests } from '../internet/played-internet.ts';
import { livePods } from '../packets/live-pods.ts';
import { addressOf, securedBy, visited } from './ingress.ts';
import type { LiveCase } from './live-case.ts';

const agent = 'agent-service';

/** Of nobody. None of it may leave the agent, nor be written down. */
const secrets = ['ada.canary@example.com', '4111 1111 1111 1111', '+44 20 7946 0958'];

// The played language model takes a ticket with an invoice for a simple one, and every other for a hard one.
const hard = `Since the update my phone ${secrets[2]} rings, but nobody is there, and the card ${secrets[1]} was charged twice.`;
const simple = `The invoice did not arrive, please send it to ${secrets[0]}.`;

/** From the front door through all that is behind it, in every environment. */
export const tickets: LiveCase = {
  title: 'a ticket is classified by the model that suits it; no personal data leaves the agent or is written down',
  run: async ({ clusters, folder }) => {
    const notes: string[] = [];
    for (const cluster of clusters) {
      const ingresses = await cluster.api.list('/apis/networking.k8s.io/v1/ingresses');
      for (const door of ingresses.filter(({ metadata }) => metadata.name === agent)) {
        const namespace = textsAt(door, 'metadata')['namespace']!;
        const tracking = ingresses.find(
          ({ metadata }) => metadata.name === 'mlflow' && textsAt(metadata)['namespace'] === namespace,
        );
        notes.push(`${namespace}: ${await classified(opened(cluster, door, folder))}`);
        await demandUnseen(cluster, namespace, folder);
        if (tracking) await demandTracked(opened(cluster, tracking, folder));
      }
    }
    if (notes.length === 0) throw new NotTried('no cluster of this platform has an agent that people reach');
    return notes;
  },
};

type Ask = (path: string, body: object) => Promise<Json>;

/** A way to ask what is behind an Ingress. */
function opened(cluster: LiveCluster, ingress: Manifest, folder: string): Ask {
  const [secured] = securedBy(ingress);
  const ca = rootFile(folder);
  const url = `https://${secured!.hosts[0]}`;
  return async (path, body) => {
    const told = { url: `${url}${path}`, address: addressOf(ingress), ca, body: JSON.stringify(body) };
    const { status, text = '', error = '' } = await visited(cluster, told);
    if (status !== 200) throw new Error(`POST ${url}${path}: ${status} ${error}${text}, must be 200`);
    return JSON.parse(text) as Json;
  };
}

async function classified(ask: Ask): Promise<string> {
  const used: string[] = [];
  let asked = 0;
  let text = '';
  const by = async (model: string, next: () => string): Promise<void> => {
    await until(`${model} answers`, {
      seconds: 60,
      missing: async () => {
        text = next();
        const answer = await ask('/predict', { text, ticket_id: 'T-1' });
        const said = textAt(answer, 'model_used');
        if (said !== model) return `${said} does`;
        used.push(`${model} says ${textAt(answer, 'category')}`);
        return undefined;
      },
    });
  };
  // Another ticket each time: what was answered once comes from the cache.
  await by('transformer', () => `${hard} (${(asked += 1)})`);
  await by('tfidf', () => `${simple} (${(asked += 1)})`);
  await by('cache', () => text);
  return used.join(', ');
}

/** What has left the agent for the internet, and what its pods have written. */
async function demandUnseen(cluster: LiveCluster, namespace: string, folder: string): Promise<void> {
  const asked = playedRequests(folder).filter(({ host }) => host === playedHosts.groq);
  if (asked.length === 0) throw new Error('the language model: was not asked, must be');
  const written: string[] = [];
  for (const pod of (await livePods(cluster)).filter(each => each.namespace === namespace)) {
    const node = cluster.nodes.find(({ place }) => place.name === pod.node)!;
    const logs = `/var/log/pods/${namespace}_${pod.title.split('/').at(-1)}_*`;
    written.push(await node.run('sh', '-c', `cat ${logs}/*/*.log`));
  }
  demandNone(
    secrets.filter(secret => asked.some(({ body }) => body.includes(secret))),
    'pieces of personal data that left the cluster',
  );
  demandNone(
    secrets.filter(secret => written.some(text => text.includes(secret))),
    'pieces of personal data in logs',
  );
}

/** MLflow has figures of the answers, and nothing that anybody has written. */
async function demandTracked(ask: Ask): Promise<void> {
  await until('the answers are tracked', {
    seconds: 60,
    every: 2000,
    missing: async () => {
      const experiments = await ask('/api/2.0/mlflow/experiments/search', { max_results: 100 });
      const ids = listAt(experiments, 'experiments').map(each => textAt(each, 'experiment_id') ?? '');
      const runs = await ask('/api/2.0/mlflow/runs/search', { experiment_ids: ids });
      const text = JSON.stringify(runs);
      demandNone(
        secrets.filter(secret => text.includes(secret)),
        'pieces of personal data in MLflow',
      );
      const metrics = listAt(runs, 'runs').flatMap(run => listAt(run, 'data', 'metrics'));
      return metrics.some(metric => at(metric, 'key') === 'answered_by_cache')
        ? undefined
        : 'no run tells of an answer';
    },
  });
}
