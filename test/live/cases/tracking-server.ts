import { textAt } from '../../../lib/yaml/json-path.ts';
import { NotTried } from '../../conformance/report/ledger.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import type { LivePlatform } from '../live-platform.ts';
import { leadsTo, nodePortsOf } from '../node-ports.ts';

/** A running tracking server. */
export interface Tracking {
  readonly cluster: LiveCluster;
  readonly namespace: string;

  /** Over the tailnet. */
  readonly url: string;
}

/** The first one, of production if there is one. @throws NotTried where there is none */
export async function trackingServer({ clusters }: LivePlatform): Promise<Tracking> {
  const found: Tracking[] = [];
  for (const cluster of clusters) {
    for (const service of await cluster.api.list('/api/v1/services')) {
      const namespace = textAt(service, 'metadata', 'namespace') ?? '';
      const [port] = nodePortsOf(service);
      if (port === undefined || !leadsTo(service, namespace, 'mlflow')) continue;
      found.push({ cluster, namespace, url: `http://${cluster.place.cluster.tailnetHost}:${port}` });
    }
  }
  const first = found.find(({ namespace }) => namespace.endsWith('-prod')) ?? found[0];
  if (!first) throw new NotTried('no cluster of this platform has a tracking server with a node port');
  return first;
}
