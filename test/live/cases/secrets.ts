import { readFileSync } from 'node:fs';
import { listAt, numberAt, textAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../../conformance/processes/until.ts';
import { playedRequests } from '../internet/played-internet.ts';
import { livePods } from '../packets/live-pods.ts';
import type { LivePod } from '../packets/live-pods.ts';
import type { LivePlatform } from '../live-platform.ts';
import type { LiveCase } from './live-case.ts';

const environment = 'prod';
const namespace = `monitoring-${environment}`;
const name = 'github-dispatch';
const entry = `${environment}_monitoring_${name}_token`;
const fresh = 'a-token-that-was-rotated';

/** A new version of an entry becomes the Secret, and who has it mounted uses it for the next request, without a restart. */
export const secrets: LiveCase = {
  title: 'a rotated entry of Secret Manager arrives in its Secret, and in the next request of who reads it',
  run: async platform => {
    const { world } = platform;
    const { api } = platform.cluster(world.home.row.name);
    const external = `/apis/external-secrets.io/v1/namespaces/${namespace}/externalsecrets/${name}`;
    const before = readFileSync(world.file(`../entries/${entry}`), 'utf8').trim();
    await world.person.types(`printf '%s' ${fresh} | gcloud secrets versions add ${entry} --data-file=-`);
    // As its documentation has it: https://external-secrets.io/latest/introduction/faq/
    await world.person.types(
      `kubectl --context gcp -n ${namespace} annotate es ${name} force-sync="$(date +%s)" --overwrite`,
    );
    const starts = await startsOf(await bridgeOf(platform), platform);
    const started = Date.now();
    const seconds = (): number => Math.round((Date.now() - started) / 1000);
    await until(`the Secret ${name} has the new value`, {
      seconds: 60,
      missing: async () => {
        const secret = await api.get(`/api/v1/namespaces/${namespace}/secrets/${name}`);
        const value = Buffer.from(textAt(secret, 'data', 'token') ?? '', 'base64').toString('utf8');
        if (value === fresh) return undefined;
        const { status } = await api.get(external);
        return `it has ${value === before ? 'the old one' : 'another'}: ${JSON.stringify(status)}`;
      },
    });
    const inSecret = seconds();
    await until('the bridge asks with the new token', {
      seconds: 180,
      every: 5000,
      missing: async () => {
        await alerts(platform);
        const asked = playedRequests(platform.folder).some(({ authorization }) => authorization === `Bearer ${fresh}`);
        return asked ? undefined : 'it asks with another';
      },
    });
    const { title, count } = await startsOf(await bridgeOf(platform), platform);
    if (title !== starts.title || count !== starts.count) throw new Error(`${title}: was started anew, must go on`);
    return [`in the Secret after ${inSecret} s, in a request of the bridge after ${seconds()} s, without a restart`];
  },
};

/** Tells the bridge of an alert as Alertmanager does, from the node that runs it. */
async function alerts(platform: LivePlatform): Promise<void> {
  const cluster = platform.cluster(platform.world.home.row.name);
  const bridge = await bridgeOf(platform);
  const node = cluster.nodes.find(({ place }) => place.name === bridge.node)!;
  const labels = { alertname: 'SecretRotated', severity: 'warning', cluster: 'gcp-mlops-platform', namespace };
  const body = JSON.stringify({ alerts: [{ status: 'firing', labels, annotations: {} }] });
  const script = `const answer = await fetch('http://${bridge.address}:${bridge.ports[0]}/alerts', { method: 'POST', body: process.argv[1] });
    if (!answer.ok) throw new Error(String(answer.status));`;
  await node.run(process.execPath, '--input-type=module', '--eval', script, body);
}

async function bridgeOf(platform: LivePlatform): Promise<LivePod> {
  const bridge = (await livePods(platform.cluster(platform.world.home.row.name))).find(
    pod => pod.namespace === namespace && pod.labels['app.kubernetes.io/name'] === 'alert-bridge',
  );
  if (!bridge) throw new Error(`${namespace}: no alert-bridge runs, one must`);
  return bridge;
}

/** Which pod it is, and how often its containers were started anew. */
async function startsOf({ title }: LivePod, { world }: LivePlatform): Promise<{ title: string; count: number }> {
  const status = await world.home.api.get(`/api/v1/namespaces/${namespace}/pods/${title.split('/').at(-1)}`);
  const counts = listAt(status, 'status', 'containerStatuses').map(each => numberAt(each, 'restartCount') ?? 0);
  return { title, count: counts.reduce((sum, each) => sum + each, 0) };
}
