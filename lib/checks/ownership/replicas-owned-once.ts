import { scaledIdentity } from '../../kinds/scaling.ts';
import { identityOf } from '../../model/manifest.ts';
import { grouped } from '../../model/grouped.ts';
import { at } from '../../yaml/json-path.ts';
import type { Subject, World } from '../world.ts';
import type { ObjectRule } from '../rule.ts';

export const replicasOwnedOnce: ObjectRule = {
  id: 'replicas-owned-once',
  why: 'A number of pods in git and an autoscaler, or two autoscalers, undo each other for ever.',
  fix: "Leave 'replicas' out where the service has 'autoscaling', and give it one autoscaler.",
  kinds: ['Deployment', 'StatefulSet', 'ReplicaSet'],

  check: (manifest, { unit, world }) => {
    const scalers = world.once(scalersByTarget).get(`${unit.cluster} ${identityOf(manifest)}`) ?? [];
    const replicas = at(manifest, 'spec', 'replicas');
    const isFixed = scalers.length > 0 && replicas !== undefined;
    return [
      ...(isFixed ? [`has ${String(replicas)} replicas, but an autoscaler decides their number`] : []),
      ...(scalers.length > 1 ? [`has ${scalers.length} autoscalers, it must have one`] : []),
    ];
  },
};

function scalersByTarget(world: World): ReadonlyMap<string, readonly Subject[]> {
  const { kinds } = world;
  const scalers = world.subjects(kinds.namesOf(({ scales }) => scales !== undefined));
  return grouped(
    scalers,
    ({ manifest, unit }) => `${unit.cluster} ${scaledIdentity(manifest, kinds.scalingOf(manifest)!)}`,
  );
}
