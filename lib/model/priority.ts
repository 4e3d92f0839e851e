/**
 * Pod priorities, one PriorityClass each on every cluster. Higher ones evict lower ones when a node is full.
 * https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export const priorities = {
  platform: { value: 1000, description: 'What others stand on: monitoring, tracking, data stores.' },
  serving: { value: 500, description: 'Answers requests of users.' },
  batch: { value: 100, description: 'Can wait and be started again.' },
} as const;

/** Name of a PriorityClass. */
export type Priority = keyof typeof priorities;
