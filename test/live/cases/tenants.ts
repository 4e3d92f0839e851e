import { textAt } from '../../../lib/yaml/json-path.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LivePlatform } from '../live-platform.ts';
import { leadsTo, nodePortsOf } from '../node-ports.ts';
import { livePods } from '../packets/live-pods.ts';
import type { LivePod } from '../packets/live-pods.ts';

const name = 'ml-inference';

/** A tenant in an environment, as it runs. */
export interface LiveTenant {
  readonly cluster: LiveCluster;
  readonly namespace: string;
  readonly pods: readonly LivePod[];

  /** URLs of its Service: by name, and by address. */
  readonly urls: readonly string[];
  readonly nodePorts: readonly number[];
}

/** All of them. @throws NotTried where there are fewer than two */
export async function tenantsOf({ clusters }: LivePlatform): Promise<LiveTenant[]> {
  const found: LiveTenant[] = [];
  for (const cluster of clusters) {
    const pods = (await livePods(cluster)).filter(({ labels }) => labels['app.kubernetes.io/name'] === name);
    const services = await cluster.api.list('/api/v1/services');
    for (const namespace of new Set(pods.map(pod => pod.namespace))) {
      const own = services.filter(service => leadsTo(service, namespace, name));
      found.push({
        cluster,
        namespace,
        pods: pods.filter(pod => pod.namespace === namespace),
        urls: own.flatMap(service => [
          `http://${service.metadata.name}.${namespace}.svc.cluster.local:8000`,
          `http://${textAt(service, 'spec', 'clusterIP')}:8000`,
        ]),
        nodePorts: own.flatMap(nodePortsOf),
      });
    }
  }
  if (found.length < 2) throw new NotTried('this platform has no two tenants');
  return found;
}
