import { shortestGap } from '../model/input/schedule-gap.ts';
import type { Manifest } from '../model/manifest.ts';
import { numberAt, textAt } from '../yaml/json-path.ts';
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
      most: manifest => runsOf(manifest) * (numberAt(manifest, 'spec', 'jobTemplate', 'spec', 'parallelism') ?? 1),
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

/**
 * How many runs of a CronJob there are at once. The one that another replaces takes a while to end; where they run beside
 * each other, as many as are due before the first is given up.
 */
function runsOf(manifest: Manifest): number {
  const policy = textAt(manifest, 'spec', 'concurrencyPolicy') ?? 'Allow';
  if (policy === 'Forbid') return 1;
  const deadline = numberAt(manifest, 'spec', 'jobTemplate', 'spec', 'activeDeadlineSeconds');
  const gap = shortestGap(textAt(manifest, 'spec', 'schedule') ?? '');
  if (policy === 'Replace' || deadline === undefined || gap === undefined) return 2;
  return Math.ceil(deadline / gap) + 1;
}
