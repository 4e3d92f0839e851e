import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';

/** Kinds that hold back those who drain nodes. */
export const policyKinds: readonly Kind[] = [
  {
    group: 'policy',
    kind: 'PodDisruptionBudget',
    versions: ['v1'],
    scope: 'namespaced',
    schema: kubernetes,
    required: [['spec', 'selector']],
    health: 'built-in',
  },
];
