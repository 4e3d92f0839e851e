import { allowanceOf } from './allowance.ts';
import { clusterViews } from './cluster-view.ts';
import { differences } from './differences.ts';
import { intentOf } from './intent.ts';
import type { Direction } from './policy.ts';
import { workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

const directions: readonly Direction[] = ['Ingress', 'Egress'];

export const networkAsDeclared: ObjectRule = {
  id: 'network-as-declared',
  why: 'A way that nobody declared is open to an intruder, and a declared one that is closed stops a service.',
  fix: 'Declare the flow with connect() in the service that calls, or correct lib/answers/policies.ts.',
  kinds: [...workloadKinds, 'Namespace', 'Ingress'],

  check: (manifest, { unit, world }) => {
    const { network, judged } = world.once(clusterViews).get(unit.cluster)!;
    const pod = judged.get(manifest);
    if (!pod) return [];
    const meant = world.once(intentOf).get(pod)!;
    const who = workloadKinds.includes(manifest.kind) ? '' : `${pod.title} `;
    return directions
      .flatMap(direction => {
        const actual = allowanceOf(pod, direction, network);
        if (!actual) return [`is selected by no policy for ${direction}, so it is open to everybody in that direction`];
        return differences(direction, actual, meant[direction]);
      })
      .map(problem => who + problem);
  },
};
