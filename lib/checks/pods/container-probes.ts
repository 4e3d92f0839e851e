import { containersOf, servingKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const containerProbes: ObjectRule = {
  id: 'container-probes',
  why: 'Without probes a container that hangs is never restarted, and one that is not ready receives requests.',
  fix: "Give the container a readiness and a liveness probe in the service's file under lib/components/.",
  kinds: servingKinds,
  exemptible: true,

  check: (manifest, { world }) =>
    containersOf(manifest, world)
      .filter(({ ends }) => !ends)
      .flatMap(({ title, spec }) =>
        ['readinessProbe', 'livenessProbe']
          .filter(probe => spec[probe] === undefined)
          .map(probe => `${title} has no ${probe}`),
      ),
};
