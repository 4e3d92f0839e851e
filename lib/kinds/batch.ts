import { numberAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { kubernetes } from './packages.ts';
import { byTemplate } from './pods/by-template.ts';

const batch = {
  group: 'batch',
  versions: ['v1'],
  scope: 'namespaced',
  schema: kubernetes,
  health: 'built-in',
} as const;

/** Kinds of work that ends. */
export const batchKinds: readonly Kind[] = [
  {
    ...batch,
    kind: 'CronJob',
    pods: byTemplate({
      path: ['spec', 'jobTemplate', 'spec', 'template'],
      most: manifest => numberAt(manifest, 'spec', 'jobTemplate', 'spec', 'parallelism') ?? 1,
      serves: false,
    }),
  },
  {
    ...batch,
    kind: 'Job',
    pods: byTemplate({
      path: ['spec', 'template'],
      most: manifest => numberAt(manifest, 'spec', 'parallelism') ?? 1,
      serves: false,
    }),
  },
];
