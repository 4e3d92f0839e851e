import { silent } from '../changes.ts';
import type { FailureRow } from '../row.ts';

/** A program that is read does not answer, whatever the reason: it, its node, or the way to it. */
export const scrapes: FailureRow = {
  title: 'A scrape fails',
  of: world =>
    world.targets.map(target => ({
      thing: `job ${target.labels['job']} at ${target.labels['instance']}`,
      changes: silent(world, [target]),
    })),
};
