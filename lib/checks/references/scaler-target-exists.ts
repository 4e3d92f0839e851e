import { scalerKinds, targetOf } from './scalers.ts';
import type { ObjectRule } from '../rule.ts';

export const scalerTargetExists: ObjectRule = {
  id: 'scaler-target-exists',
  why: 'An autoscaler without its workload scales nothing, and says so only in its status.',
  fix: 'Correct the name and kind of the target where the autoscaler is rendered.',
  kinds: scalerKinds,

  check: (manifest, { unit, world }) =>
    world.deliveriesOf(unit.cluster, targetOf(manifest)).length > 0
      ? []
      : [`scales '${targetOf(manifest)}', which nothing delivers to cluster '${unit.cluster}'`],
};
