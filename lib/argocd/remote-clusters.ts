import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import { argocdSecret } from './argocd-secret.ts';

/** Clusters that Argo CD does not run on. */
export function remoteClusters({ clusters }: Pick<Platform, 'clusters'>): Cluster[] {
  return clusters.filter(({ argocdName }) => argocdName !== 'in-cluster');
}

/**
 * How Argo CD gets to know the clusters that it does not run on: a Secret for each, which External Secrets makes of
 * the row of the cluster and of the token and authority that a person put into Secret Manager.
 */
export function clusterSecrets(remote: readonly Cluster[]): Manifest[] {
  return remote.map(clusterSecret);
}

function clusterSecret({ argocdName, apiServerUrl: server }: Cluster): Manifest {
  return argocdSecret('cluster', `cluster-${argocdName}`, ['ca', 'token'], {
    name: argocdName,
    server,
    // A line break that came along with a value would break the JSON.
    config: JSON.stringify({
      bearerToken: '{{ .token | trim }}',
      tlsClientConfig: { caData: '{{ .ca | trim }}', serverName: new URL(server).hostname },
    }),
  });
}
