import type { PodsOf } from './cluster.ts';
import type { OperatorThatCalls } from './flow.ts';
import type { Operators } from './helm-chart.ts';

/** Labels of the pods that call for an operator; its chart has others, which call nobody. */
const callingPods: Readonly<Record<OperatorThatCalls, PodsOf['labels']>> = {
  'keda': { 'app.kubernetes.io/name': 'keda-operator' },
  'prometheus-operator': { 'app.kubernetes.io/name': 'prometheus' }, // the servers that it runs
  'cloudnative-pg': { 'app.kubernetes.io/name': 'cloudnative-pg' },
};

/** The pods that call for an operator. @param operators the rows of the charts, of which the operator must have one */
export function operatorPods(operator: OperatorThatCalls, operators: Operators): PodsOf {
  return { namespace: operators[operator]!.namespace, labels: callingPods[operator] };
}
