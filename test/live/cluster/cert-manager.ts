import { applications } from '../../conformance/platform/delivered.ts';
import type { Delivered } from '../../conformance/platform/delivered.ts';
import { execute } from '../../conformance/processes/execute.ts';
import type { Server, Supervisor } from '../../conformance/processes/supervisor.ts';
import { until } from '../../conformance/processes/until.ts';
import { tool } from '../../conformance/toolbox/build.ts';
import { internetAuthority } from '../internet/authority.ts';
import type { LiveCluster } from './live-cluster.ts';

/** Family of tools that this needs. */
export const family = 'cert-manager';

/** Where it says its figures, in the network around its cluster. */
const metricsAddress = '127.0.0.1:9402';

/** Kinds that it wants to know before it starts. */
const kinds = [
  ...['certificaterequests', 'certificates', 'clusterissuers', 'issuers'].map(plural => `cert-manager.io/v1/${plural}`),
  ...['challenges', 'orders'].map(plural => `acme.cert-manager.io/v1/${plural}`),
];

/** Images of the pods that answer its challenges, in the versions of the charts of a `dist/`. */
export function solverImages(dist: string): string[] {
  return chartsOf(dist).map(solverImage);
}

/** Starts it beside each cluster that gets its chart, once Argo CD has brought its kinds. @returns those clusters */
export async function startCertManager(
  dist: string,
  clusters: readonly LiveCluster[],
  supervisor: Supervisor,
): Promise<LiveCluster[]> {
  const found = chartsOf(dist).map(chart => ({ chart, cluster: clusters.find(({ name }) => name === chart.cluster)! }));
  for (const { chart, cluster } of found) {
    await until(`the kinds of cert-manager are known to ${cluster.name}`, {
      seconds: 300,
      missing: () => unknownKind(cluster),
    });
    supervisor.start(await server(cluster, chart));
  }
  return found.map(({ cluster }) => cluster);
}

/** Its figures, in the text form of Prometheus. */
export function figuresOf({ place }: LiveCluster): Promise<string> {
  const script = `process.stdout.write(await (await fetch('http://${metricsAddress}/metrics')).text())`;
  const node = [process.execPath, '--input-type=module', '--eval', script];
  return execute('ip', ['netns', 'exec', place.around, ...node]);
}

function chartsOf(dist: string): Delivered[] {
  return applications(dist).filter(({ chart }) => chart?.name === 'cert-manager');
}

function solverImage({ chart }: Delivered): string {
  return `quay.io/jetstack/cert-manager-acmesolver:${chart!.version}`;
}

/**
 * The controller, with the administrator's account, where its cluster's nodes have their gateway: from there it reaches the
 * API server, the played internet and, before it asks for a challenge, the front door itself.
 */
async function server({ name, place, membership }: LiveCluster, chart: Delivered): Promise<Server> {
  const { certificate } = await internetAuthority();
  return {
    name: `${name}-cert-manager`,
    program: 'ip',
    args: [
      ...['netns', 'exec', place.around, tool(family, 'controller'), '-kubeconfig', membership.kubeconfig],
      ...['-cluster-resource-namespace', chart.namespace, '-acme-http01-solver-image', solverImage(chart)],
      ...['-metrics-listen-address', metricsAddress],
    ],
    env: { ...process.env, SSL_CERT_FILE: certificate, NO_PROXY: '*' },
  };
}

async function unknownKind({ api }: LiveCluster): Promise<string | undefined> {
  for (const kind of kinds) if ((await api.send('GET', `/apis/${kind}`)).status !== 200) return kind;
  return undefined;
}
