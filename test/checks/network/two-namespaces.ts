import { Allowance, allowanceOf } from '../../../lib/checks/network/allowance.ts';
import { ClusterNetwork } from '../../../lib/checks/network/cluster-network.ts';
import { partiesOf } from '../../../lib/checks/network/differences.ts';
import type { Namespace, Pod } from '../../../lib/checks/network/pod.ts';
import { PodIndex } from '../../../lib/checks/network/pod-index.ts';
import type { Direction } from '../../../lib/checks/network/policy.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Json } from '../../../lib/yaml/json.ts';

// Three pods in two namespaces, for tests of what policies mean.

export const web = pod('web', 'a', { app: 'web', tier: 'front' }, [['http', 80, 'TCP']]);
export const api = pod('api', 'a', { app: 'api' }, [
  ['http', 8080, 'TCP'],
  ['dns', 53, 'UDP'],
]);
export const db = pod('db', 'b', { app: 'db' }, [['sql', 5432, 'TCP']]);
export const pods = [web, api, db];

/** What a pod may do, in one line. */
export function allowed(one: Pod, direction: Direction, policies: readonly Manifest[]): string {
  const allowance = allowanceOf(one, direction, networkOf(policies));
  if (!allowance) return 'open';
  const text = partiesOf(allowance.minus(new Allowance()))
    .map(({ who, ports }) => `${who} ${ports}`)
    .join('; ');
  const everybody = [...pods.map(({ title }) => title), '0.0.0.0/0'].map(who => `${who} every port`).join('; ');
  return text === everybody ? 'everybody' : text || 'nothing';
}

/** Their network under some policies. */
export function networkOf(policies: readonly Manifest[]): ClusterNetwork {
  const namespaces: Namespace[] = [
    { name: 'a', labels: {} },
    { name: 'b', labels: { team: 'data' } },
  ];
  return new ClusterNetwork(new PodIndex(namespaces, pods), policies);
}

/** A policy of namespace `a`. */
export function policy(spec: Json): Manifest {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'x', namespace: 'a' }, spec };
}

/** Selects one namespace. */
export function named(namespace: string): Json {
  return { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
}

function pod(title: string, namespace: string, labels: Pod['labels'], ports: [string, number, string][]): Pod {
  return { title, namespace, labels, ports: ports.map(([name, number, protocol]) => ({ name, number, protocol })) };
}
