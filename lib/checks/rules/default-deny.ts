import { namespaceOf } from '../../synth/manifest.ts';
import type { Manifest } from '../../synth/manifest.ts';
import { grouped } from '../grouped.ts';
import { listAt, mapAt } from '../json-path.ts';
import { workloadKinds } from '../pods.ts';
import type { World } from '../world.ts';
import type { ObjectRule } from './rule.ts';

export const defaultDeny: ObjectRule = {
  id: 'default-deny',
  why: 'Where no policy denies everything to all pods of a namespace, a pod that nobody rendered may do as it likes.',
  fix: 'Give the namespace its default policy, in lib/clusters/namespace-policies.ts.',
  kinds: workloadKinds,

  check: (manifest, { unit, world }) => {
    const namespace = namespaceOf(manifest) ?? '';
    const policies = world.once(policiesByNamespace).get(`${unit.cluster}/${namespace}`) ?? [];
    return ['Ingress', 'Egress']
      .filter(direction => !policies.some(policy => deniesAll(policy, direction)))
      .map(direction => `runs in namespace '${namespace}', where no policy denies ${direction} to all pods`);
  },
};

function policiesByNamespace(world: World): ReadonlyMap<string, readonly Manifest[]> {
  const policies = world.subjects(['NetworkPolicy']);
  const groups = grouped(policies, ({ manifest, unit }) => `${unit.cluster}/${namespaceOf(manifest) ?? ''}`);
  return new Map([...groups].map(([key, subjects]) => [key, subjects.map(({ manifest }) => manifest)]));
}

function deniesAll({ spec }: Manifest, direction: string): boolean {
  return Object.keys(mapAt(spec, 'podSelector')).length === 0
    && listAt(spec, 'policyTypes').includes(direction)
    && listAt(spec, direction.toLowerCase()).length === 0;
}
