/**
 * Pod priorities, one PriorityClass each on every cluster. Higher ones evict lower ones when a node is full: what users wait
 * for stays longest.
 * https://kubernetes.io/docs/concepts/scheduling-eviction/pod-priority-preemption/
 */
export const priorities = {
  serving: { value: 1000, description: 'Answers requests of users.' },
  platform: { value: 500, description: 'What others stand on: monitoring, tracking, data stores.' },
  batch: { value: 100, description: 'Can wait and be started again.' },
} as const;

/** Name of a PriorityClass. */
export type Priority = keyof typeof priorities;
