import type { ClusterName } from '../argocd/clusters.ts';
import type { OperatorName } from '../argocd/operators.ts';
import type { Leaving } from '../../../lib/model/leaving.ts';
import type * as components from './components.ts';

/** WHAT IS LEAVING: a row as long as Argo CD still has to take it away. docs/how-to.md tells the way of each sort. */
export const leaving: readonly Leaving<typeof components, ClusterName, OperatorName>[] = [];
