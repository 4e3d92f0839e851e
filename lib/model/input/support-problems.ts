import type { Cluster, NodePool } from '../cluster.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { modelLabelOf } from '../pods/gpus.ts';
import { quoted } from './names.ts';

/** What nodes and autoscalers of a cluster count on, and what it does not have, or has twice. @param row where it is */
export function supportProblems(row: string, cluster: Cluster): Mistake[] {
  return [...metricsProblems(row, cluster), ...karpenterProblems(row, cluster), ...gpuProblems(row, cluster.nodes)];
}

function metricsProblems(row: string, { bringsMetrics = true, operators }: Cluster): Mistake[] {
  const hasOperator = operators.includes('metrics-server');
  if (bringsMetrics && hasOperator) {
    const must =
      "must not have 'metrics-server' unless 'bringsMetrics' is false: two would take one API from each other";
    return [mistake('conflict', row, `'operators' ${must}`)];
  }
  if (bringsMetrics || hasOperator) return [];
  const must = "must have 'metrics-server' where 'bringsMetrics' is false: autoscalers count on it";
  return [mistake('missing', row, `'operators' ${must}`)];
}

function karpenterProblems(row: string, { karpenter, nodes, operators }: Cluster): Mistake[] {
  const pool = nodes.find(each => each.karpenter !== undefined);
  const runs = operators.includes('karpenter');
  if (pool && !runs) {
    return [mistake('missing', row, `'operators' must have 'karpenter', which makes the nodes of pool '${pool.name}'`)];
  }
  if (runs && karpenter === undefined) {
    return [mistake('missing', row, "'karpenter' is missing, the operator 'karpenter' must know its cluster")];
  }
  return [];
}

/** Models that pods could not find by one label. */
function gpuProblems(row: string, nodes: readonly NodePool[]): Mistake[] {
  const labels = new Map<string, Set<string>>();
  for (const { gpus } of nodes) {
    if (gpus?.model === undefined) continue;
    labels.set(gpus.model, (labels.get(gpus.model) ?? new Set()).add(modelLabelOf(gpus)));
  }
  return [...labels]
    .filter(([, keys]) => keys.size > 1)
    .map(([model, keys]) => {
      const message = `'${model}' is under the labels ${quoted([...keys])} of its nodes, pods must find a model by one`;
      return mistake('conflict', row, message);
    });
}
