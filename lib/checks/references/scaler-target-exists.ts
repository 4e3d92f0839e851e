import { namesOfKinds, scaledIdentity, scalingOf } from '../../kinds/index.ts';
import type { ObjectRule } from '../rule.ts';

export const scalerTargetExists: ObjectRule = {
  id: 'scaler-target-exists',
  why: 'An autoscaler without its workload scales nothing, and says so only in its status.',
  fix: 'Correct the name and kind of the target where the autoscaler is rendered.',
  kinds: namesOfKinds(({ scales }) => scales !== undefined),

  check: (manifest, { unit, world }) => {
    const target = scaledIdentity(manifest, scalingOf(manifest)!);
    if (world.deliveriesOf(unit.cluster, target).length > 0) return [];
    return [`scales '${target}', which nothing delivers to cluster '${unit.cluster}'`];
  },
};
