import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { listAt, numberAt, textAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { beside } from './reference.ts';
import type { Reference } from './reference.ts';
import { scaleTarget } from './scaling.ts';
import { scaledObject, triggerAuthentication } from './schema/keda.ts';

const group = 'keda.sh';

/** Kinds of KEDA. */
export const kedaKinds: readonly Kind[] = [
  { group, kind: 'ClusterTriggerAuthentication', versions: [], scope: 'cluster', health: 'none' },
  {
    group,
    kind: 'ScaledObject',
    versions: ['v1alpha1'],
    scope: 'namespaced',
    schema: scaledObject,
    // KEDA's defaults.
    scales: manifest =>
      scaleTarget(
        manifest,
        numberAt(manifest, 'spec', 'minReplicaCount') ?? 0,
        numberAt(manifest, 'spec', 'maxReplicaCount') ?? 100,
      ),
    names: authentications,
    health: 'built-in',
  },
  {
    group,
    kind: 'TriggerAuthentication',
    versions: ['v1alpha1'],
    scope: 'namespaced',
    schema: triggerAuthentication,
    names: manifest =>
      listAt(manifest, 'spec', 'secretTargetRef').flatMap(entry =>
        beside(manifest, '/Secret', textAt(entry, 'name') ?? '', textAt(entry, 'key')),
      ),
    health: 'none',
  },
];

function authentications(scaler: Manifest): Reference[] {
  return listAt(scaler, 'spec', 'triggers').flatMap(trigger => {
    const name = textAt(trigger, 'authenticationRef', 'name');
    const kind = textAt(trigger, 'authenticationRef', 'kind') ?? 'TriggerAuthentication';
    const namespace = kind === 'ClusterTriggerAuthentication' ? undefined : namespaceOf(scaler);
    return name === undefined ? [] : [{ kind: `${group}/${kind}`, namespace, name }];
  });
}
