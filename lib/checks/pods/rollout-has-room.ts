import { lackingOf, requestsOf } from '../../kinds/pods/room.ts';
import type { Manifest } from '../../model/manifest.ts';
import { poolsFor } from '../../model/pods/pools.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import { mapAt, numberAt, textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';
import { nodesAtFullScale } from './full-scale.ts';

export const rolloutHasRoom: ObjectRule = {
  id: 'rollout-has-room',
  why: 'Where no old pod may leave before a new one is ready, and no node has room for one more, a rollout never ends.',
  fix: "Let an old pod leave first, with 'inPlace: true' under 'pods' of its settings, or give its cluster more room.",
  kinds: ['apps/Deployment'],
  exemptible: true,

  check: (manifest, { unit, world }) => {
    if (mayLeaveFirst(manifest)) return [];
    const nodes = world.once(nodesAtFullScale).get(unit.cluster) ?? [];
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

/** Whether a rollout may take a pod away first. A share that is less than one pod is none. */
function mayLeaveFirst({ spec }: Manifest): boolean {
  if (textAt(spec, 'strategy', 'type') === 'Recreate') return true;
  const { maxUnavailable = '25%', maxSurge = '25%' } = mapAt(spec, 'strategy', 'rollingUpdate');
  const percent = /^(\d+)%$/.exec(String(maxUnavailable))?.[1];
  const pods = numberAt(spec, 'replicas') ?? 1;
  const least = percent === undefined ? Number(maxUnavailable) : Math.floor((pods * Number(percent)) / 100);
  return least > 0 || ['0', '0%'].includes(String(maxSurge)); // with neither, Kubernetes takes one away
}
