import { answersChallenges, challengePods } from '../../clusters/issuers.ts';
import type { Cluster, PodsOf } from '../../model/cluster.ts';
import { namespaceOf, titleOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { at, listAt, textAt } from '../json-path.ts';
import { containersOf, podTemplateOf } from '../pods.ts';
import type { Pod } from './pod.ts';
import type { NamedPort } from './ports.ts';

// No namespace has such a name, so it stands for all that nobody rendered.
const elsewhere = '(any other)';

/** Whatever runs in namespaces that nobody rendered: only a selector of namespaces that is too wide finds it. */
export const podElsewhere: Pod = {
  title: 'pods of any namespace',
  namespace: elsewhere,
  labels: {},
  ports: [],
  anyLabels: true,
};

/** A pod that nobody rendered, without labels: only a selector of pods that is too wide finds it. */
export function strangerIn(namespace: string): Pod {
  return { title: `any pod of namespace '${namespace}'`, namespace, labels: {}, ports: [] };
}

/** Pods that a cluster runs by itself. */
export function givenPod(title: string, { namespace, labels }: PodsOf): Pod {
  return { title, namespace, labels, ports: [] };
}

/** The pods of each workload. */
export function workloadPods(manifests: readonly Manifest[]): Map<Manifest, Pod> {
  return new Map(
    manifests.flatMap((manifest): [Manifest, Pod][] => {
      const template = podTemplateOf(manifest);
      if (!template) return [];
      const namespace = namespaceOf(manifest) ?? '';
      const title = `${titleOf(manifest)} of namespace '${namespace}'`;
      return [[manifest, { title, namespace, labels: template.labels, ports: namedPorts(manifest) }]];
    }),
  );
}

/** The pods that cert-manager starts to answer for certificates, under the first Ingress of their namespace. */
export function challengePodsOf(manifests: readonly Manifest[], cluster: Cluster): Map<Manifest, Pod> {
  const first = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const namespace = namespaceOf(manifest) ?? '';
    if (answersChallenges([manifest], cluster) && !first.has(namespace)) first.set(namespace, manifest);
  }
  return new Map(
    [...first].map(([namespace, ingress]) => [
      ingress,
      givenPod(`the certificate challenges of namespace '${namespace}'`, { namespace, labels: challengePods.labels }),
    ]),
  );
}

function namedPorts(manifest: Manifest): NamedPort[] {
  return containersOf(manifest).flatMap(({ spec }) =>
    listAt(spec, 'ports').map(port => ({
      name: textAt(port, 'name') ?? '',
      number: Number(at(port, 'containerPort')),
      protocol: textAt(port, 'protocol') ?? 'TCP',
    })),
  );
}
