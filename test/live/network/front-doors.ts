import type { Manifest } from '../../../lib/model/manifest.ts';
import { listAt, textAt } from '../../../lib/yaml/json-path.ts';
import type { ClusterPlace } from './plan.ts';

/** Lines of /etc/hosts: the hosts of a cluster's Ingresses, as public DNS would answer them. */
export function frontDoors({ nodes: [first] }: ClusterPlace, manifests: readonly Manifest[]): string[] {
  const hosts = manifests
    .filter(({ kind }) => kind === 'Ingress')
    .flatMap(ingress => listAt(ingress, 'spec', 'rules'))
    .map(rule => textAt(rule, 'host'))
    .filter(host => host !== undefined);
  return [...new Set(hosts)].map(host => `${first!.address} ${host}`);
}
