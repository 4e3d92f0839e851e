import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json } from '../yaml/json.ts';
import { blocks, podsPeer } from '../answers/policies.ts';
import { answersChallenges, challengePods } from './issuers.ts';

/**
 * What a namespace allows before any flow is declared: to ask for names, and, where certificates are issued, to
 * answer the issuer. Everything else is denied in both directions.
 */
export function namespacePolicies(namespace: string, manifests: readonly Manifest[], cluster: Cluster): Manifest[] {
  const policies = [
    policy(namespace, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
    policy(namespace, 'allow-dns', { podSelector: {}, policyTypes: ['Egress'], egress: [dnsRule(cluster)] }),
  ];
  if (answersChallenges(manifests, cluster)) policies.push(challengePolicy(namespace, cluster));
  return policies;
}

function policy(namespace: string, name: string, spec: Json): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name, namespace }, spec };
}

/** Caches on the nodes are addresses, not pods; port 53 alone keeps a metadata server beside them out of reach. */
function dnsRule({ dns }: Cluster): Json {
  return {
    to: [podsPeer(dns), ...blocks(dns.addresses ?? [])],
    ports: [
      { port: 53, protocol: 'UDP' },
      { port: 53, protocol: 'TCP' },
    ],
  };
}

/** cert-manager starts a pod beside each Ingress, which the ingress controller must reach during a challenge. */
function challengePolicy(namespace: string, cluster: Cluster): Manifest {
  return policy(namespace, 'allow-certificate-challenges', {
    podSelector: { matchLabels: { ...challengePods.labels } },
    policyTypes: ['Ingress'],
    ingress: [{ from: [podsPeer(cluster.ingress!)], ports: [{ port: challengePods.port, protocol: 'TCP' }] }],
  });
}
