import { namespaceOf } from '../../../lib/model/manifest.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { isCertified } from '../../../lib/model/certificate.ts';
import { listAt, numberAt } from '../../../lib/yaml/json-path.ts';
import { until } from '../../conformance/processes/until.ts';
import { NotTried, demandNone } from '../../conformance/report/ledger.ts';
import { figuresOf } from '../cluster/cert-manager.ts';
import { holds } from '../cluster/certificates.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';
import { rootFile } from '../internet/acme.ts';
import { livePods } from '../packets/live-pods.ts';
import { missingFigures } from './figures.ts';
import { addressOf, securedBy } from './ingress.ts';
import type { LiveCase } from './live-case.ts';
import { Visitor } from './visitor.ts';

/** What cert-manager gives the pods that answer for a host. */
const solver = 'acme.cert-manager.io/http01-solver';

/** A certificate is asked for anew, proved by a pod behind the front door, and served, and no visitor is refused. */
export const renewal: LiveCase = {
  title: 'a certificate is renewed by a challenge over HTTP, and nobody is refused meanwhile',
  run: async ({ clusters, folder }) => {
    for (const cluster of clusters) {
      const ingresses = await cluster.api.list('/apis/networking.k8s.io/v1/ingresses');
      const ingress = ingresses.find(isCertified);
      if (ingress) return renewed(cluster, ingress, rootFile(folder));
    }
    throw new NotTried('no Ingress of this platform has a certificate of an issuer');
  },
};

async function renewed(cluster: LiveCluster, ingress: Manifest, ca: string): Promise<string[]> {
  const { hosts, secretName } = securedBy(ingress)[0]!;
  const namespace = String(namespaceOf(ingress));
  const path = `/apis/cert-manager.io/v1/namespaces/${namespace}/certificates/${secretName}`;
  const before = await certificateAt(cluster, path);
  const visitor = new Visitor(cluster, { url: `https://${hosts[0]}/`, address: addressOf(ingress), ca });
  const answering = new Set<string>();
  try {
    await until('a visitor is served', {
      seconds: 20,
      missing: () => Promise.resolve(visitor.serials.length > 0 ? undefined : 'nobody is'),
    });
    await ask(cluster, path, before);
    await until(`${namespace}/${secretName} is renewed, and served by ${hosts[0]}`, {
      seconds: 120,
      missing: async () => {
        for (const pod of await livePods(cluster)) {
          if (pod.namespace === namespace && pod.labels[solver] === 'true')
            answering.add(`${pod.node}, ${pod.address}`);
        }
        const now = await certificateAt(cluster, path);
        if (holds(now, 'Issuing')) return 'it is being issued';
        if (revisionOf(now) === revisionOf(before)) return 'nobody has begun';
        return visitor.serials.length > 1 ? undefined : 'the old one is served';
      },
    });
  } finally {
    await visitor.end();
  }
  const { serials } = visitor;
  const { count, failures } = visitor.answers;
  demandNone(failures, `sorts of refusal among ${count} visits`);
  if (serials.length !== 2) throw new Error(`${hosts[0]}: showed ${serials.length} certificates, must show two`);
  if (answering.size === 0) throw new Error(`${namespace}: no pod answered the challenge, one must`);
  demandNone(missingFigures(await figuresOf(cluster)), 'figures of its alerts that cert-manager does not say');
  return [
    `${hosts[0]}: ${serials.join(', then ')}`,
    `the challenge was answered by a pod on ${[...answering].join(' and on ')}`,
    `${count} visits meanwhile, each answered under a certificate of the authority`,
  ];
}

/** What `cmctl renew` does. https://cert-manager.io/docs/reference/cmctl/#renew */
async function ask({ api }: LiveCluster, path: string, certificate: Manifest): Promise<void> {
  const issuing = {
    type: 'Issuing',
    status: 'True',
    reason: 'ManuallyTriggered',
    message: 'Certificate re-issuance manually triggered',
    lastTransitionTime: new Date().toISOString().replace(/\.\d+/, ''),
  };
  const conditions = [...listAt(certificate, 'status', 'conditions'), issuing];
  const { status, body } = await api.patch(`${path}/status`, { status: { conditions } });
  if (status !== 200) throw new Error(`${path}: ${String(body['message'])}`);
}

async function certificateAt({ api }: LiveCluster, path: string): Promise<Manifest> {
  return (await api.get(path)) as unknown as Manifest;
}

function revisionOf(certificate: Manifest): number {
  return numberAt(certificate, 'status', 'revision') ?? 0;
}
