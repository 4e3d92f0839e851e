import { saying, silent } from '../changes.ts';
import type { FailureRow } from '../row.ts';
import { nodesOf } from '../nodes.ts';
import type { World } from '../world.ts';

/** A node is gone; what ran on it is broken, too, and has rows of its own. */
export const deadNodes: FailureRow = {
  title: 'A node is gone',
  of: world =>
    eachNode(world, node =>
      silent(
        world,
        world.targets.filter(target => target.node === node),
      ),
    ),
};

/** Nothing is left of the disk on which its pods, its images and its claims lie. */
export const fullDisks: FailureRow = {
  title: "A node's disk is full",
  of: world => eachNode(world, node => saying(world, 'container_fs_usage_bytes', { node, id: '/' }, 79 * 2 ** 30)),
};

/** Its programs together use what it has, each within its limit. */
export const fullMemories: FailureRow = {
  title: "A node's memory is full",
  of: world =>
    eachNode(world, node => saying(world, 'container_memory_working_set_bytes', { node, id: '/' }, 7.9 * 2 ** 30)),
};

function eachNode(
  { scene }: World,
  changes: (node: string) => ReturnType<typeof saying>,
): ReturnType<FailureRow['of']> {
  return scene.clusters.flatMap(cluster =>
    nodesOf(cluster).map(node => ({ thing: `${node} of ${cluster.name}`, changes: changes(node) })),
  );
}
