import { lackingOf, requestsOf } from '../../kinds/pods/room.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import { numberAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';
import { apartOf } from './apart.ts';
import type { Apart } from './apart.ts';
import { atFullScale } from './full-scale.ts';
import { podsOn } from './packing.ts';
import type { Node } from './packing.ts';
import { titleOfPods } from './sorts.ts';
import { mayLeaveFirst } from './starts-beside.ts';

export const rolloutHasRoom: ObjectRule = {
  id: 'rollout-has-room',
  why: 'Where no old pod may leave before a new one is ready, and no node has room for one more, a rollout never ends.',
  fix: "Let an old pod leave first, with 'inPlace: true' under 'pods' of its settings, or give its cluster more room.",
  kinds: ['apps/Deployment'],
  exemptible: true,

  check: (manifest, { unit, world }) => {
    if (mayLeaveFirst(manifest, numberAt(manifest, 'spec', 'replicas') ?? 1)) return [];
    const { nodes = [] } = world.once(atFullScale).get(unit.cluster) ?? {};
    return world.kinds.podsOf(manifest).flatMap(pods => {
      const asks = requestsOf(pods.spec);
      const title = titleOfPods(manifest, pods);
      const pools = poolsFor(pods.spec as Scheduling, [...new Set(nodes.map(({ pool }) => pool))]);
      const mayTake = nodes.filter(({ pool }) => pools.includes(pool));
      if (mayTake.length === 0) return []; // no node at all: another rule
      const beside = `beside all that runs on cluster '${unit.cluster}' at full scale`;
      const open = mayTake.filter(({ free }) => lackingOf(asks, free) === undefined);
      if (open.length === 0) {
        const texts = mayTake.map(({ pool, free }) => `'${pool.name}' has too little ${lackingOf(asks, free)} left`);
        return [
          `starts a new pod before an old one leaves, but ${beside} no node has room for it: ${[...new Set(texts)].join(', ')}`,
        ];
      }
      const why = keptOut(apartOf(pods), title, open, mayTake);
      return why === undefined ? [] : [`starts a new pod before an old one leaves, but ${beside} ${why}`];
    });
  },
};

/** Why a node that has room may not take one more; undefined where one may. */
function keptOut(
  { alone, skew = Infinity }: Apart,
  title: string,
  open: readonly Node[],
  all: readonly Node[],
): string | undefined {
  if (alone && open.every(node => podsOn(node, title) > 0))
    return 'every node with room for it has a pod of its own that refuses another';
  const count = all.reduce((sum, node) => sum + podsOn(node, title), 0);
  if (open.length === all.length || open.length * skew >= count) return undefined;
  return `its ${count} pods must be spread over ${all.length} nodes, of which ${open.length} have room for one more`;
}
