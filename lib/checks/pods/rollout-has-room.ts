import { lackingOf, requestsOf } from '../../kinds/pods/room.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import { numberAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';
import { atFullScale } from './full-scale.ts';
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
      const pools = poolsFor(pods.spec as Scheduling, [...new Set(nodes.map(({ pool }) => pool))]);
      const mayTake = nodes.filter(({ pool }) => pools.includes(pool));
      const lacks = mayTake.map(({ pool, free }) => ({ pool, lack: lackingOf(asks, free) }));
      if (lacks.length === 0 || lacks.some(({ lack }) => lack === undefined)) return []; // no node at all: another rule
      const texts = lacks.map(({ pool, lack }) => `'${pool.name}' has too little ${lack} left`);
      const beside = `beside all that runs on cluster '${unit.cluster}' at full scale no node has room for it`;
      return [`starts a new pod before an old one leaves, but ${beside}: ${[...new Set(texts)].join(', ')}`];
    });
  },
};
