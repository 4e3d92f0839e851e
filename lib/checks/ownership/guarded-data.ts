import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { listAt, textAt } from '../json-path.ts';
import type { ObjectRule } from '../rule.ts';

// Kinds whose objects take data along when they go: claims, what holds claims, and databases.
const guardedKinds = [
  'Namespace',
  'PersistentVolumeClaim',
  'PersistentVolume',
  'CustomResourceDefinition',
  'StatefulSet',
  'Cluster',
  'Kafka',
  'KafkaNodePool',
  'KafkaTopic',
  'Tenant',
  'RabbitmqCluster',
];

export const guardedData: ObjectRule = {
  id: 'guarded-data',
  why: 'Argo CD deletes what is gone from git, and with a namespace, a claim or a database the data goes too.',
  fix: "Annotate the object with 'argocd.argoproj.io/sync-options: Prune=false,Delete=false' ('confirm' will do).",
  kinds: guardedKinds,

  check: manifest =>
    guarded(manifest).flatMap(({ what, object }) => {
      const options = (textAt(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options') ?? '').split(',');
      return ['Prune', 'Delete']
        .filter(option => !options.includes(`${option}=false`) && !options.includes(`${option}=confirm`))
        .map(option => `${what} has no sync option ${option}=false or ${option}=confirm`);
    }),
};

/** A StatefulSet may go, since its claims stay; so it is they that are looked at. */
function guarded(manifest: Manifest): { what: string; object: Json }[] {
  if (manifest.kind !== 'StatefulSet') return [{ what: 'the object', object: manifest }];
  return listAt(manifest, 'spec', 'volumeClaimTemplates').map(object => ({
    what: `claim template '${textAt(object, 'metadata', 'name') ?? ''}'`,
    object,
  }));
}
