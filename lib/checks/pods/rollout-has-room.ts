import { lackingOf } from '../../kinds/pods/room.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import { numberAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';
import { apartOf } from './apart.ts';
import { asksOf } from './asks.ts';
import { atFullScale } from './full-scale.ts';
import { keptOut } from './packing.ts';
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
    const full = world.once(atFullScale).get(unit.cluster);
    return world.kinds.podsOf(manifest).flatMap(pods => {
      if (!full) return [];
      const asks = asksOf(manifest, pods, full.cluster, world);
      const able = poolsFor(pods.spec as Scheduling, full.cluster.nodes);
      const mayTake = full.nodes.filter(({ pool }) => able.includes(pool));
      if (mayTake.length === 0) return []; // no node at all: another rule
      const lacks = mayTake.map(({ free }) => lackingOf(asks, free));
      const open = mayTake.filter((_node, index) => lacks[index] === undefined);
      const texts = mayTake.map(({ pool }, index) => `'${pool.name}' has too little ${lacks[index]} left`);
      const why =
        open.length === 0
          ? `no node has room for it: ${[...new Set(texts)].join(', ')}`
          : keptOut(apartOf(pods), titleOfPods(manifest, pods), open, mayTake);
      const beside = `beside all that runs on cluster '${unit.cluster}' at full scale`;
      return why === undefined ? [] : [`starts a new pod before an old one leaves, but ${beside} ${why}`];
    });
  },
};
