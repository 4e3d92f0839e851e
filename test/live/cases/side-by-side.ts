import { textAt, textsAt } from '../../../lib/yaml/json-path.ts';
import { demandNone } from '../../conformance/report/ledger.ts';
import type { LivePlatform } from '../live-platform.ts';
import { prometheusServers } from '../prometheus-api.ts';
import type { PrometheusServer } from '../prometheus-api.ts';
import type { LiveCase } from './live-case.ts';

/** Series that say which namespace they are about: what is scraped, and what the API server says of pods. */
const families = ['up{namespace!=""}', 'kube_pod_info'];

/** Environments run on the same clusters, and none sees another's pods. */
export const sideBySide: LiveCase = {
  title: 'environments run side by side, and the metrics of each are its own',
  run: async platform => {
    const environments = await environmentsByNamespace(platform);
    const servers = await prometheusServers(platform.clusters);
    const strangers: string[] = [];
    const notes: string[] = [];
    for (const server of servers) {
      const own = environments.get(server.namespace);
      const seen = await namespacesSeenBy(server);
      if (seen.length === 0) strangers.push(`${server.title}: sees no namespace`);
      const others = seen.filter(namespace => (environments.get(namespace) ?? own) !== own);
      strangers.push(
        ...others.map(namespace => `${server.title}: sees ${namespace} of ${environments.get(namespace)}`),
      );
      notes.push(`${server.title}: sees ${seen.sort().join(', ')}`);
    }
    demandNone(strangers, 'namespaces that are not seen as they must be');
    return notes;
  },
};

async function namespacesSeenBy(server: PrometheusServer): Promise<string[]> {
  const found = await Promise.all(families.map(family => server.query(`group by (namespace) (${family})`)));
  return [...new Set(found.flat().map(({ metric }) => metric['namespace'] ?? ''))].filter(name => name !== '');
}

/** The environment of each namespace that an Application delivers a component to. */
async function environmentsByNamespace({ world }: LivePlatform): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { manifest } of await world.states()) {
    const environment = textsAt(manifest, 'metadata', 'labels')['plainsail.dev/environment'];
    const namespace = textAt(manifest, 'spec', 'destination', 'namespace');
    if (environment !== undefined && namespace !== undefined) found.set(namespace, environment);
  }
  return found;
}
