import type { k8s } from 'cdk8s-plus-28';
import type { Scheduling } from '../model/pods/scheduling.ts';

/** Where a pod may run, as Kubernetes writes it: the words are its own, so only the lists are made anew. */
export function schedulingOf({
  nodeSelector,
  tolerations,
  affinity,
}: Scheduling): Pick<k8s.PodSpec, 'nodeSelector' | 'tolerations' | 'affinity'> {
  return {
    nodeSelector: nodeSelector && { ...nodeSelector },
    tolerations: tolerations?.map(each => ({ ...each })),
    affinity: affinity && (structuredClone(affinity) as k8s.Affinity),
  };
}
