import { isCertified } from '../../../lib/model/certificate.ts';
import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../../conformance/processes/until.ts';
import type { LiveCluster } from './live-cluster.ts';

/** What cert-manager has made of a cluster's Ingresses. */
export interface Certification {
  readonly issuers: readonly Manifest[];
  readonly certificates: readonly Manifest[];

  /** What it still asks the authority for. */
  readonly challenges: readonly Manifest[];

  /** Secrets that Ingresses want, with their namespaces. */
  readonly wanted: readonly string[];
}

/** Waits until every Ingress has its certificate, and no pod that answers a challenge is left. @returns what there is then */
export async function allIssued(clusters: readonly LiveCluster[]): Promise<string[]> {
  const notes: string[] = [];
  for (const cluster of clusters) {
    await until(`every Ingress of ${cluster.name} has its certificate`, {
      seconds: 120,
      every: 2000,
      missing: async () => unissued(await certificationOf(cluster)).join('; ') || undefined,
    });
    const { issuers, certificates } = await certificationOf(cluster);
    notes.push(
      ...issuers.map(each => `${each.metadata.name}: has the account ${textAt(each, 'status', 'acme', 'uri')}`),
      ...certificates.map(each => `${titleOf(each)}: ends on ${textAt(each, 'status', 'notAfter')}`),
    );
  }
  return notes;
}

async function certificationOf({ api }: LiveCluster): Promise<Certification> {
  const ingresses = await api.list('/apis/networking.k8s.io/v1/ingresses');
  return {
    issuers: await api.list('/apis/cert-manager.io/v1/clusterissuers'),
    certificates: await api.list('/apis/cert-manager.io/v1/certificates'),
    challenges: await api.list('/apis/acme.cert-manager.io/v1/challenges'),
    wanted: ingresses
      .filter(isCertified)
      .flatMap(ingress =>
        listAt(ingress, 'spec', 'tls').map(tls => `${String(namespaceOf(ingress))}/${textAt(tls, 'secretName')}`),
      ),
  };
}

/** What is lacking until every Ingress has its certificate and nothing is asked for any more, in words. */
export function unissued({ issuers, certificates, challenges, wanted }: Certification): string[] {
  const secrets = certificates.map(each => `${String(namespaceOf(each))}/${textAt(each, 'spec', 'secretName')}`);
  return [
    ...[...issuers, ...certificates].filter(each => !holds(each, 'Ready')).map(each => `${titleOf(each)} is not ready`),
    ...wanted.filter(secret => !secrets.includes(secret)).map(secret => `${secret} has no Certificate`),
    ...challenges.map(each => `${textAt(each, 'spec', 'dnsName')}: ${textAt(each, 'status', 'reason') ?? 'is asked'}`),
  ];
}

/** Whether an object has a condition. */
export function holds(object: Manifest, type: string): boolean {
  return listAt(object, 'status', 'conditions').some(
    each => textAt(each, 'type') === type && textAt(each, 'status') === 'True',
  );
}

function titleOf(object: Manifest): string {
  const namespace = namespaceOf(object);
  return namespace === undefined ? object.metadata.name : `${namespace}/${object.metadata.name}`;
}
