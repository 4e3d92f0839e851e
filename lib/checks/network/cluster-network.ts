import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { mapAt } from '../../yaml/json-path.ts';
import type { Pod } from './pod.ts';
import type { PodIndex } from './pod-index.ts';
import { Policy } from './policy.ts';

/** The pods and policies of one cluster, and which of them find which. */
export class ClusterNetwork {
  private readonly pods: PodIndex;
  private readonly policiesByPod: ReadonlyMap<Pod, Policy[]>;

  /** @param policies NetworkPolicies, each of which looks at the pods of its own namespace */
  constructor(pods: PodIndex, policies: readonly Manifest[]) {
    this.pods = pods;
    this.policiesByPod = new Map(pods.all.map(pod => [pod, []]));
    for (const manifest of policies) {
      const policy = new Policy(manifest, pods);
      for (const pod of this.selectedBy(manifest)) this.policiesByPod.get(pod)!.push(policy);
    }
  }

  /** The policies that select a pod. */
  policiesOf(pod: Pod): readonly Policy[] {
    return this.policiesByPod.get(pod) ?? [];
  }

  /** The pods that a policy is about. */
  selectedBy(policy: Manifest): readonly Pod[] {
    return this.pods.podsIn(namespaceOf(policy) ?? '', mapAt(policy, 'spec', 'podSelector'));
  }

  /** The pods that one side of a rule of a policy means, which is in a namespace of its own. */
  podsOfPeer(peer: Json, ownNamespace: string): readonly Pod[] {
    return this.pods.podsOfPeer(peer, ownNamespace);
  }
}
