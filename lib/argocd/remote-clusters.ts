import { externalSecret } from '../answers/secret-store.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { argocdNamespace } from './names.ts';

/** First part of the names of Argo CD's own entries in Secret Manager. */
const owner = ['argocd'];

/**
 * How Argo CD gets to know the clusters that it does not run on: a Secret for each, which External Secrets makes of
 * the row of the cluster and of the token and authority that a person put into Secret Manager.
 */
export function remoteClusters(clusters: readonly Cluster[]): Manifest[] {
  return clusters.filter(({ argocdName }) => argocdName !== 'in-cluster').map(clusterSecret);
}

function clusterSecret({ argocdName, apiServerUrl }: Cluster): Manifest {
  const server = apiServerUrl;
  return externalSecret({
    name: `cluster-${argocdName}`,
    namespace: argocdNamespace,
    keys: ['ca', 'token'],
    owner,
    // Until a person has put them there, one cluster is out of reach; all that comes after in the first one must go on.
    awaited: false,
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      type: 'Opaque',
      metadata: { labels: { 'argocd.argoproj.io/secret-type': 'cluster' } },
      data: {
        name: argocdName,
        server,
        // A line break that came along with a value would break the JSON.
        config: JSON.stringify({
          bearerToken: '{{ .token | trim }}',
          tlsClientConfig: { caData: '{{ .ca | trim }}', serverName: new URL(server).hostname },
        }),
      },
    },
  });
}
