import type { Kinds } from '../../kinds/kinds.ts';
import { containersIn } from '../../kinds/pods/containers.ts';
import type { Pods } from '../../kinds/pods/pods.ts';
import type { PodsOf } from '../../model/cluster.ts';
import { namespaceOf, titleOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { JsonMap } from '../../yaml/json.ts';
import { at, listAt, numberAt, textAt, textsAt } from '../../yaml/json-path.ts';
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

/** The pods of each workload, those that an operator makes of a custom resource included. */
export function workloadPods(manifests: readonly Manifest[], kinds: Kinds): Map<Manifest, readonly Pod[]> {
  return new Map(
    manifests
      .map((manifest): [Manifest, Pod[]] => [manifest, kinds.podsOf(manifest).map(pods => workloadPod(manifest, pods))])
      .filter(([, pods]) => pods.length > 0),
  );
}

function workloadPod(manifest: Manifest, { title, metadata, spec }: Pods): Pod {
  const namespace = namespaceOf(manifest) ?? '';
  const sort = title === undefined ? '' : `${title} of `;
  return {
    title: `${sort}${titleOf(manifest)} of namespace '${namespace}'`,
    namespace,
    labels: textsAt(metadata, 'labels'),
    ports: containersIn(spec).flatMap(container => namedPorts(container.spec)),
    ...(manifest.kind === 'StatefulSet' && { numbered: numberAt(manifest, 'spec', 'replicas') ?? 1 }),
  };
}

function namedPorts(container: JsonMap): NamedPort[] {
  return listAt(container, 'ports').map(port => ({
    name: textAt(port, 'name') ?? '',
    number: Number(at(port, 'containerPort')),
    protocol: textAt(port, 'protocol') ?? 'TCP',
  }));
}
