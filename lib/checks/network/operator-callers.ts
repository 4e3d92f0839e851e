import type { Cluster } from '../../model/cluster.ts';
import type { Operators } from '../../model/helm-chart.ts';
import { givenPod } from './known-pods.ts';
import type { Pod } from './pod.ts';

// Stated here a second time on purpose: a proof must not read what it is to prove from where that was made.
const labels: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'keda': { 'app.kubernetes.io/name': 'keda-operator' },
  'prometheus-operator': { 'app.kubernetes.io/name': 'prometheus' },
  'cloudnative-pg': { 'app.kubernetes.io/name': 'cloudnative-pg' },
};

/** The pods of operators of a cluster that call endpoints for components, by the name of the operator. */
export function callingOperators({ operators }: Cluster, charts: Operators): Map<string, Pod> {
  return new Map(
    operators
      .filter(name => labels[name] !== undefined && charts[name] !== undefined)
      .map(name => [
        name,
        givenPod(`the operator '${name}'`, { namespace: charts[name]!.namespace, labels: labels[name]! }),
      ]),
  );
}
