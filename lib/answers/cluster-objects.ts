import type { Answer } from './answer.ts';

/**
 * What a cluster has once, asked for by whoever needs it: two that ask for the same object share it, and the cluster's
 * owner delivers it.
 */
export const clusterObjects: Answer<'clusterObject'> = {
  to: 'clusterObject',
  recipient: 'cluster',
  objects: (_component, asked) => asked.map(({ what }) => what),
};
