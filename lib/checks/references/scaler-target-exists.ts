import { scaledIdentity } from '../../kinds/scaling.ts';
import type { ObjectRule } from '../rule.ts';

export const scalerTargetExists: ObjectRule = {
  id: 'scaler-target-exists',
  why: 'An autoscaler without its workload scales nothing, and says so only in its status.',
  fix: 'Correct the name and kind of the target where the autoscaler is rendered.',
  kinds: known => known.namesOf(({ scales }) => scales !== undefined),

  check: (manifest, { unit, world }) => {
    const target = scaledIdentity(manifest, world.kinds.scalingOf(manifest)!);
    if (world.deliveriesOf(unit.cluster, target).length > 0) return [];
    return [`scales '${target}', which nothing delivers to cluster '${unit.cluster}'`];
  },
};
