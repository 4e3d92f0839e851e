import type { Scheduling } from '../../model/pods/scheduling.ts';
import { numberAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';
import { apartOf } from './apart.ts';
import { asksOf } from './asks.ts';
import { atFullScale } from './full-scale.ts';
import { whyNoneMore } from './one-more.ts';
import { titleOfPods } from './sorts.ts';
import { mayLeaveFirst } from './starts-beside.ts';
import { ways } from './ways.ts';

export const rolloutHasRoom: ObjectRule = {
  id: 'rollout-has-room',
  why: 'Where no old pod may leave before a new one is ready, and no node has room for one more, a rollout never ends.',
  fix: "Let an old pod leave first, with 'inPlace: true' under 'pods' of its settings, or give its cluster more room.",
  kinds: ['apps/Deployment'],
  exemptible: true,

  check: (manifest, { unit, world }) => {
    if (mayLeaveFirst(manifest, numberAt(manifest, 'spec', 'replicas') ?? 1)) return [];
    const full = world.once(atFullScale).get(unit.cluster);
    if (!full) return [];
    return world.kinds.podsOf(manifest).flatMap(pods => {
      const one = { title: titleOfPods(manifest, pods), spec: pods.spec as Scheduling, apart: apartOf(pods) };
      const asks = asksOf(manifest, pods, full.cluster, world);
      const reasons = ways.map(way => ({ way, why: whyNoneMore({ ...one, asks }, full[way]) }));
      const found = reasons.find(({ why }) => why !== undefined);
      if (!found) return [];
      const spread = found.way === 'emptiest' ? ', once it is spread,' : '';
      const beside = `beside all that runs on cluster '${unit.cluster}' at full scale${spread}`;
      return [`starts a new pod before an old one leaves, but ${beside} ${found.why}`];
    });
  },
};
