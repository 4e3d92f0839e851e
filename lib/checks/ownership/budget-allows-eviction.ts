import { namespaceOf } from '../../model/manifest.ts';
import { at } from '../../yaml/json-path.ts';
import { clusterViews } from '../network/cluster-view.ts';
import type { ObjectRule } from '../rule.ts';

export const budgetAllowsEviction: ObjectRule = {
  id: 'budget-allows-eviction',
  why: 'A disruption budget that finds no pods protects none, and one that spares none stops nodes from being drained.',
  fix: "Set 'maxUnavailable' to 1 and select the pods of one workload, as lib/constructs/availability.ts does.",
  kinds: ['PodDisruptionBudget'],

  check: (manifest, { unit, world }) => {
    const { network } = world.once(clusterViews).get(unit.cluster)!;
    const podSelector = at(manifest, 'spec', 'selector') ?? {};
    const pods = network.podsOfPeer({ podSelector }, namespaceOf(manifest) ?? '');
    const strangers = pods.filter(({ labels }) => Object.keys(labels).length === 0);
    const allowed = at(manifest, 'spec', 'maxUnavailable');
    return [
      ...(pods.length === 0 ? [`selects ${JSON.stringify(podSelector)}, which no pod of its namespace has`] : []),
      ...(strangers.length > 0 ? [`selects ${JSON.stringify(podSelector)}, which every pod of its namespace has`] : []),
      // What `minAvailable` allows depends on how many pods there happen to be.
      ...(isPositive(allowed) ? [] : [`has maxUnavailable '${String(allowed ?? '')}', it must be at least 1`]),
    ];
  },
};

function isPositive(amount: unknown): boolean {
  return (typeof amount === 'number' || typeof amount === 'string') && Number.parseInt(String(amount), 10) > 0;
}
