import type { IClusterIssuer } from '@kubernetes-models/cert-manager/cert-manager.io/v1/ClusterIssuer';
import type { Cluster } from '../model/cluster.ts';
import { isCertified } from '../model/certificate.ts';
import { guarded } from '../model/sync.ts';
import type { Site } from '../model/site.ts';
import type { Cpu, Memory } from '../model/amounts.ts';
import type { Manifest } from '../model/manifest.ts';
import { listAt } from '../yaml/json-path.ts';

/** The pods that answer an issuer's challenges, one for each host while its certificate is being issued. */
export const challengePods = {
  labels: { 'acme.cert-manager.io/http01-solver': 'true' },
  port: 8089,
  resources: {
    requests: { 'cpu': '10m', 'memory': '64Mi', 'ephemeral-storage': '16Mi' },
    limits: { 'cpu': '100m', 'memory': '64Mi', 'ephemeral-storage': '16Mi' },
  },
} as const satisfies { resources: Record<'requests' | 'limits', Record<string, Cpu | Memory>>; [key: string]: unknown };

// Staging certificates are not trusted by browsers, and not limited in number.
const servers = {
  staging: 'https://acme-staging-v02.api.letsencrypt.org/directory',
  production: 'https://acme-v02.api.letsencrypt.org/directory',
};

/** Issuers of certificates, on clusters that let people in and run cert-manager. */
export function issuers(cluster: Cluster, site: Site): Manifest[] {
  if (!issuesCertificates(cluster)) return [];
  return Object.entries(servers).map(
    ([name, server]) => issuer(name, server, cluster.ingress!.className, site) as unknown as Manifest,
  );
}

/** Whether challenge pods may run beside these objects. */
export function answersChallenges(manifests: readonly Manifest[], cluster: Cluster): boolean {
  return challengesOf(manifests, cluster) > 0;
}

/** How many challenge pods may run beside these objects: one for each host of an Ingress that gets a certificate. */
export function challengesOf(manifests: readonly Manifest[], cluster: Cluster): number {
  if (!issuesCertificates(cluster)) return 0;
  return manifests
    .filter(manifest => manifest.kind === 'Ingress' && isCertified(manifest))
    .flatMap(manifest => listAt(manifest, 'spec', 'tls').flatMap(tls => listAt(tls, 'hosts'))).length;
}

function issuesCertificates({ ingress, operators }: Cluster): boolean {
  return ingress !== undefined && operators.includes('cert-manager');
}

function issuer(name: string, server: string, ingressClassName: string, { acmeEmail }: Site): IClusterIssuer {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: {
      name,
      annotations: guarded('kindComesLater'),
    },
    spec: {
      acme: {
        server,
        email: acmeEmail,
        privateKeySecretRef: { name: `acme-${name}` },
        solvers: [
          {
            http01: {
              ingress: {
                ingressClassName,
                serviceType: 'ClusterIP', // the default opens a node port, which the namespaces' quotas do not grant
                podTemplate: { spec: { resources: challengePods.resources } },
              },
            },
          },
        ],
      },
    },
  };
}
