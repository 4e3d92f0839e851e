import type { Family } from '../family.ts';
import { budgetAllowsEviction } from './budget-allows-eviction.ts';
import { clusterScopedOnce } from './cluster-scoped-once.ts';
import { componentInOneNamespace } from './component-in-one-namespace.ts';
import { guardedData } from './guarded-data.ts';
import { nodePortUnique } from './node-port-unique.ts';
import { objectOnce } from './object-once.ts';
import { replicasOwnedOnce } from './replicas-owned-once.ts';

export const ownership: Family = {
  title: 'Who owns what',
  rules: [
    objectOnce,
    componentInOneNamespace,
    clusterScopedOnce,
    guardedData,
    nodePortUnique,
    replicasOwnedOnce,
    budgetAllowsEviction,
  ],
};
