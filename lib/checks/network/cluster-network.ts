import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { namespaceOf } from '../../model/manifest.ts';
import { mapAt } from '../json-path.ts';
import { LabelIndex } from './label-index.ts';
import type { Namespace, Pod } from './pod.ts';
import { Policy } from './policy.ts';

/** The pods, namespaces and policies of one cluster, and which of them find which. */
export class ClusterNetwork {
  private readonly namespaces = new LabelIndex<Namespace>();
  private readonly podsByNamespace = new Map<string, LabelIndex<Pod>>();
  private readonly anyPodsByNamespace = new Map<string, Pod[]>();
  private readonly policiesByPod = new Map<Pod, Policy[]>();

  /**
   * @param namespaces every namespace that may hold pods; each has the label `kubernetes.io/metadata.name`
   * @param pods every kind of pod that may run, each in one of the namespaces
   * @param policies NetworkPolicies, each of which looks at the pods of its own namespace
   */
  constructor(namespaces: readonly Namespace[], pods: readonly Pod[], policies: readonly Manifest[]) {
    for (const { name, labels } of namespaces) {
      this.namespaces.add({ name, labels: { ...labels, 'kubernetes.io/metadata.name': name } });
      this.podsByNamespace.set(name, new LabelIndex());
      this.anyPodsByNamespace.set(name, []);
    }
    for (const pod of pods) {
      if (pod.anyLabels) this.anyPodsByNamespace.get(pod.namespace)?.push(pod);
      else this.podsByNamespace.get(pod.namespace)?.add(pod);
      this.policiesByPod.set(pod, []);
    }
    for (const manifest of policies) {
      const policy = new Policy(manifest, this);
      for (const pod of this.selectedBy(manifest)) this.policiesByPod.get(pod)!.push(policy);
    }
  }

  /** The policies that select a pod. */
  policiesOf(pod: Pod): readonly Policy[] {
    return this.policiesByPod.get(pod) ?? [];
  }

  /** The pods that a policy is about. */
  selectedBy(policy: Manifest): readonly Pod[] {
    return this.podsIn(namespaceOf(policy) ?? '', mapAt(policy, 'spec', 'podSelector'));
  }

  /** Every pod of the cluster. */
  allPods(): readonly Pod[] {
    return [...this.policiesByPod.keys()];
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

  private podsIn(namespace: string, selector: Json): readonly Pod[] {
    const found = this.podsByNamespace.get(namespace)?.select(selector) ?? [];
    const any = this.anyPodsByNamespace.get(namespace) ?? [];
    return any.length === 0 ? found : [...found, ...any];
  }
}
