import type { Json } from '../../yaml/json.ts';
import { mapAt } from '../../yaml/json-path.ts';
import { LabelIndex } from './label-index.ts';
import type { Namespace, Pod } from './pod.ts';

/** The namespaces and pods of one cluster, and which of them selectors find. */
export class PodIndex {
  /** Every pod of the cluster. */
  readonly all: readonly Pod[];

  private readonly namespaces = new LabelIndex<Namespace>();
  private readonly podsByNamespace = new Map<string, LabelIndex<Pod>>();
  private readonly anyPodsByNamespace = new Map<string, Pod[]>();

  /**
   * @param namespaces every namespace that may hold pods; each has the label `kubernetes.io/metadata.name`
   * @param pods every kind of pod that may run, each in one of the namespaces
   */
  constructor(namespaces: readonly Namespace[], pods: readonly Pod[]) {
    this.all = pods;
    for (const { name, labels } of namespaces) {
      this.namespaces.add({ name, labels: { ...labels, 'kubernetes.io/metadata.name': name } });
      this.podsByNamespace.set(name, new LabelIndex());
      this.anyPodsByNamespace.set(name, []);
    }
    for (const pod of pods) {
      if (pod.anyLabels) this.anyPodsByNamespace.get(pod.namespace)?.push(pod);
      else this.podsByNamespace.get(pod.namespace)?.add(pod);
    }
  }

  /** The pods of a namespace that a selector selects. */
  podsIn(namespace: string, selector: Json): readonly Pod[] {
    const found = this.podsByNamespace.get(namespace)?.select(selector) ?? [];
    const any = this.anyPodsByNamespace.get(namespace) ?? [];
    return any.length === 0 ? found : [...found, ...any];
  }

  /**
   * The pods that one side of a rule means: those that the selector of pods selects, in the namespaces that the
   * selector of namespaces selects. Without the one it is all pods of them, without the other the own namespace.
   */
  podsOfPeer(peer: Json, ownNamespace: string): readonly Pod[] {
    const { namespaceSelector, podSelector } = mapAt(peer);
    if (namespaceSelector === undefined && podSelector === undefined) return [];
    const namespaces =
      namespaceSelector === undefined
        ? [ownNamespace]
        : this.namespaces.select(namespaceSelector).map(({ name }) => name);
    return namespaces.flatMap(name => this.podsIn(name, podSelector ?? {}));
  }
}
