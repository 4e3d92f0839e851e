import { listAt, textAt } from '../../yaml/json-path.ts';
import { containersOf, podTemplateOf, templateKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const mountHasVolume: ObjectRule = {
  id: 'mount-has-volume',
  why: 'The API server refuses a pod that mounts a volume which it does not have.',
  fix: 'Give the pod the volume, or correct the name of the mount, in the construct.',
  kinds: templateKinds,

  check: (manifest, { world }) => {
    const volumes = new Set([
      ...listAt(podTemplateOf(manifest)!.spec, 'volumes').map(volume => textAt(volume, 'name')),
      ...listAt(manifest, 'spec', 'volumeClaimTemplates').map(claim => textAt(claim, 'metadata', 'name')),
    ]);
    return containersOf(manifest, world).flatMap(({ title, spec }) =>
      listAt(spec, 'volumeMounts')
        .map(mount => textAt(mount, 'name') ?? '')
        .filter(name => !volumes.has(name))
        .map(name => `${title} mounts volume '${name}', which its pod does not have`),
    );
  },
};
