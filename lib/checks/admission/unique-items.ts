import type { Manifest } from '../../model/manifest.ts';
import { repeated } from '../../model/repeated.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import { containersOf, podTemplateOf, templateKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';
import type { World } from '../world.ts';

export const uniqueItems: ObjectRule = {
  id: 'unique-items',
  why: 'Server-side apply finds the items of these lists by their keys, and refuses a list in which two are equal.',
  fix: 'Remove or rename one of the two where the object is rendered.',
  kinds: [...templateKinds, 'Service'],

  check: (manifest, { world }) =>
    listsOf(manifest, world).flatMap(({ where, items, keys }) => {
      const names = items.map(item => keys.map(key => String(at(item, key) ?? '')).join('/'));
      return repeated(names).map(name => `${where} has '${name}' more than once`);
    }),
};

type Keyed = { readonly where: string; readonly items: readonly Json[]; readonly keys: readonly string[] };

function listsOf(manifest: Manifest, world: World): Keyed[] {
  if (manifest.kind === 'Service') {
    const items = listAt(manifest, 'spec', 'ports');
    return [['port', 'protocol'], ['name']].map(keys => ({ where: 'spec.ports', items, keys }));
  }
  const { spec } = podTemplateOf(manifest)!;
  const containers = containersOf(manifest, world);
  return [
    { where: 'the pod', items: containers.map(container => container.spec), keys: ['name'] },
    { where: 'volumes', items: listAt(spec, 'volumes'), keys: ['name'] },
    ...containers.flatMap(({ title, spec: container }) => [
      { where: `${title}: env`, items: listAt(container, 'env'), keys: ['name'] },
      { where: `${title}: ports`, items: listAt(container, 'ports'), keys: ['containerPort', 'protocol'] },
      { where: `${title}: volumeMounts`, items: listAt(container, 'volumeMounts'), keys: ['mountPath'] },
    ]),
  ];
}
