import { allowanceOf } from '../network/allowance.ts';
import { clusterViews } from '../network/cluster-view.ts';
import { differences } from '../network/differences.ts';
import { intentOf } from '../network/intent.ts';
import type { Direction } from '../network/policy.ts';
import { workloadKinds } from '../pods.ts';
import type { ObjectRule } from './rule.ts';

const directions: readonly Direction[] = ['Ingress', 'Egress'];

export const networkAsDeclared: ObjectRule = {
  id: 'network-as-declared',
  why: 'A way that nobody declared is open to an intruder, and a declared one that is closed stops a service.',
  fix: 'Declare the flow with connect() in the service that calls, or correct lib/synth/policies.ts.',
  kinds: workloadKinds,

  check: (manifest, { unit, world }) => {
    const { network, podsOf } = world.once(clusterViews).get(unit.cluster)!;
    const pod = podsOf.get(manifest)!;
    const meant = world.once(intentOf).get(pod)!;
    return directions.flatMap(direction => {
      const actual = allowanceOf(pod, direction, network);
      if (!actual) return [`is selected by no policy for ${direction}, so it is open to everybody in that direction`];
      return differences(direction, actual, meant[direction]);
    });
  },
};
