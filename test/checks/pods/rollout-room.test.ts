import { container, deployment, data, shop } from '../edits.ts';
import { samples } from '../small-world/samples.ts';
import { findingsAfter } from '../small-world/small-world.ts';
import type { EditableWorld } from '../small-world/small-world.ts';

// Two nodes of 8 cores take three pods of the shop, which an autoscaler starts at most, and a small one of the data.

test.each<[string, boolean, (world: EditableWorld) => void]>([
  ['nodes that have room for one more', true, world => cores(world, '3900m')],
  ['nodes that lack a tenth of a core', false, world => cores(world, '4')],
  ['pods of its own that leave first', true, world => strategy(world, { maxSurge: 0, maxUnavailable: 1 }, '5')],
  [
    'half of two pods, one of which may leave first',
    true,
    world => {
      strategy(world, { maxUnavailable: '50%' }, '5');
      deployment(world).spec.replicas = 2;
    },
  ],
  ['neither more nor fewer, which Kubernetes takes for one fewer', true, world => strategy(world, none, '5')],
  [
    'pods that are gone before the first new one starts',
    true,
    world => {
      cores(world, '5');
      deployment(world).spec.strategy = { type: 'Recreate' };
    },
  ],
  [
    'an autoscaler whose most pods leave no room',
    false,
    world => {
      cores(world, '3');
      world.object(shop, 'HorizontalPodAutoscaler').spec.maxReplicas = 4;
    },
  ],
  [
    'an autoscaler whose most pods leave room',
    true,
    world => {
      cores(world, '3');
      world.object(shop, 'HorizontalPodAutoscaler').spec.maxReplicas = 3;
    },
  ],
  [
    'a pod of others that takes the room',
    false,
    world => {
      cores(world, '3900m');
      for (const each of world.object(data, 'StatefulSet').spec.template.spec.containers) {
        each.resources.requests.cpu = '2';
      }
      world.object(data, 'StatefulSet').spec.replicas = 2;
    },
  ],
  [
    'an agent on each node that takes the room',
    false,
    world => {
      cores(world, '3900m');
      const { selector, template } = world.object(data, 'StatefulSet').spec;
      world.add(data, { ...samples.StatefulSet, kind: 'DaemonSet', spec: { selector, template } });
      world.object(data, 'DaemonSet').spec.template.spec.containers[0].resources.requests.cpu = '1';
    },
  ],
])('a rollout beside %s has room: %s', async (_title, hasRoom, edit) => {
  const found = (await findingsAfter(edit)).filter(({ rule }) => rule === 'rollout-has-room');

  expect(found.length === 0).toBe(hasRoom);
});

const none = { maxSurge: 0, maxUnavailable: 0 };

function cores(world: EditableWorld, cpu: string): void {
  container(world).resources.requests.cpu = cpu;
}

function strategy(world: EditableWorld, rollingUpdate: object, cpu: string): void {
  cores(world, cpu);
  deployment(world).spec.strategy.rollingUpdate = rollingUpdate;
}
