import { workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';
import { allowanceOf } from './allowance.ts';
import type { Allowance } from './allowance.ts';
import type { ClusterNetwork } from './cluster-network.ts';
import { clusterViews } from './cluster-view.ts';
import { differences } from './differences.ts';
import { intentOf } from './intent.ts';
import type { Pod } from './pod.ts';
import type { Direction } from './policy.ts';

const directions: readonly Direction[] = ['Ingress', 'Egress'];

export const networkAsDeclared: ObjectRule = {
  id: 'network-as-declared',
  why: 'A way that nobody declared is open to an intruder, and a declared one that is closed stops a service.',
  fix: 'Declare the flow with connect() in the service that calls, or correct lib/answers/policies.ts.',
  kinds: known => [...workloadKinds(known), 'Namespace', 'Ingress'],

  check: (manifest, { unit, world }) => {
    const { network, judged } = world.once(clusterViews).get(unit.cluster)!;
    const pods = judged.get(manifest) ?? [];
    // The object is named beside each finding, which is enough where these are all of its pods.
    const isOwn = world.kinds.podsOf(manifest).length === 1;
    return pods.flatMap(pod =>
      problemsOf(pod, network, world.once(intentOf).get(pod)!).map(problem =>
        isOwn ? problem : `${pod.title} ${problem}`,
      ),
    );
  },
};

function problemsOf(pod: Pod, network: ClusterNetwork, meant: Readonly<Record<Direction, Allowance>>): string[] {
  return directions.flatMap(direction => {
    const actual = allowanceOf(pod, direction, network);
    if (!actual) return [`is selected by no policy for ${direction}, so it is open to everybody in that direction`];
    return differences(direction, actual, meant[direction]);
  });
}
