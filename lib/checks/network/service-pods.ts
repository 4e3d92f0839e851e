import { ordinalLabel } from '../../model/labels.ts';
import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { textsAt } from '../../yaml/json-path.ts';
import type { ClusterNetwork } from './cluster-network.ts';
import type { Pod } from './pod.ts';

/** The pods that a Service selects, by its labels; one that selects a pod by its number, where such a pod is numbered. */
export function podsOfService(service: Manifest, network: ClusterNetwork): readonly Pod[] {
  const { [ordinalLabel]: ordinal, ...matchLabels } = textsAt(service, 'spec', 'selector');
  const pods = network.podsOfPeer({ podSelector: { matchLabels } }, namespaceOf(service) ?? '');
  return ordinal === undefined ? pods : pods.filter(({ numbered = 0 }) => Number(ordinal) < numbered);
}
