import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { text } from './schema/schema.ts';

/** Kinds of how pods come to nodes. */
export const schedulingKinds: readonly Kind[] = [
  {
    group: 'scheduling.k8s.io',
    kind: 'PriorityClass',
    versions: ['v1'],
    scope: 'cluster',
    schema: kubernetes,
    required: [['value']],
    unmodelled: { description: text(/^[^]+$/) }, // packages lose fields of this name
    health: 'none',
  },
  { group: 'node.k8s.io', kind: 'RuntimeClass', versions: [], scope: 'cluster', health: 'none' },
];
