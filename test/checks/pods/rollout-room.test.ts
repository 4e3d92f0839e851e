import { container, deployment, data, shop, template } from '../edits.ts';
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
    'a little left on each node, where tightly packed ones would leave enough on one',
    false,
    world => {
      cores(world, '3500m');
      world.object(shop, 'HorizontalPodAutoscaler').spec.maxReplicas = 2;
      for (const each of world.object(data, 'StatefulSet').spec.template.spec.containers) {
        each.resources.requests.cpu = '800m';
      }
      world.object(data, 'StatefulSet').spec.replicas = 4;
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
  [
    'pods that must be spread, with room on both nodes',
    true,
    world => {
      cores(world, '2');
      mustBeSpread(world);
    },
  ],
  [
    'pods that must be spread, with room on one of two nodes',
    false,
    world => {
      cores(world, '3');
      mustBeSpread(world);
    },
  ],
  [
    'pods that refuse each other, on every node',
    false,
    world => {
      cores(world, '1');
      refuseEachOther(world);
      world.object(shop, 'HorizontalPodAutoscaler').spec.maxReplicas = 2;
    },
  ],
  [
    'a pod that refuses another, and a node without it',
    true,
    world => {
      cores(world, '1');
      refuseEachOther(world);
      deployment(world).spec.replicas = 1;
      world.object(shop, 'HorizontalPodAutoscaler').spec.minReplicas = 1;
      world.object(shop, 'HorizontalPodAutoscaler').spec.maxReplicas = 1;
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

const ownPods = { matchLabels: { 'app.kubernetes.io/name': 'api' } };
const topologyKey = 'kubernetes.io/hostname';

function mustBeSpread(world: EditableWorld): void {
  template(world).topologySpreadConstraints = [
    { maxSkew: 1, topologyKey, whenUnsatisfiable: 'DoNotSchedule', nodeTaintsPolicy: 'Honor', labelSelector: ownPods },
  ];
}

function refuseEachOther(world: EditableWorld): void {
  const required = [{ topologyKey, labelSelector: ownPods }];
  template(world).affinity = { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } };
}
