import { at } from '../../yaml/json-path.ts';
import { containersOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

// CPU needs no limit: a container that wants too much of it is slowed down, not killed.
const required = [
  ['requests', 'cpu'],
  ['requests', 'memory'],
  ['requests', 'ephemeral-storage'],
  ['limits', 'memory'],
  ['limits', 'ephemeral-storage'],
] as const;

export const containerResources: ObjectRule = {
  id: 'container-resources',
  why: 'Without requests the scheduler overfills nodes, and without limits one container can starve its neighbours.',
  fix: "Set the missing amounts in the service's sizing, in its file under lib/components/.",
  kinds: workloadKinds,
  exemptible: true,

  check: (manifest, { world }) =>
    containersOf(manifest, world).flatMap(({ title, spec }) =>
      required
        .filter(path => at(spec, 'resources', ...path) === undefined)
        .map(path => `${title} has no resources.${path.join('.')}`),
    ),
};
