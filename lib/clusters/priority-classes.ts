import { guarded } from '../model/sync.ts';
import { priorities } from '../model/priority.ts';
import type { Manifest } from '../model/manifest.ts';

/** One PriorityClass for each priority. None is the default: every pod of the house names its own. */
export function priorityClasses(): Manifest[] {
  return Object.entries(priorities).map(([name, { value, description }]) => ({
    apiVersion: 'scheduling.k8s.io/v1',
    kind: 'PriorityClass',
    // Pods that run keep the number that they were given.
    metadata: { name, annotations: guarded('replaced') },
    value,
    description,
    globalDefault: false,
    preemptionPolicy: 'PreemptLowerPriority',
  }));
}
