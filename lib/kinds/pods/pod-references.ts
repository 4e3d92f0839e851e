import type { Json, JsonMap } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import type { Reference } from '../reference.ts';
import { containersIn } from './containers.ts';

/** Refers to an object of the pod's namespace; to none without a name. */
type Local = (kind: string, name: string | undefined, key?: string) => Reference[];

/** Every object that a pod names. */
export function podReferences(pod: JsonMap, local: Local): Reference[] {
  const priority = textAt(pod, 'priorityClassName');
  return [
    ...local('/ServiceAccount', textAt(pod, 'serviceAccountName')),
    ...(priority === undefined
      ? []
      : [{ kind: 'scheduling.k8s.io/PriorityClass', namespace: undefined, name: priority }]),
    ...listAt(pod, 'imagePullSecrets').flatMap(entry => local('/Secret', textAt(entry, 'name'))),
    ...listAt(pod, 'volumes').flatMap(volume => ofVolume(volume, local)),
    ...containersIn(pod).flatMap(container => ofVariables(container.spec, local)),
  ];
}

function ofVolume(volume: Json, local: Local): Reference[] {
  return [
    ...local('/PersistentVolumeClaim', textAt(volume, 'persistentVolumeClaim', 'claimName')),
    ...ofFiles(at(volume, 'configMap'), '/ConfigMap', 'name', local),
    ...ofFiles(at(volume, 'secret'), '/Secret', 'secretName', local),
    ...listAt(volume, 'projected', 'sources').flatMap(source => [
      ...ofFiles(at(source, 'configMap'), '/ConfigMap', 'name', local),
      ...ofFiles(at(source, 'secret'), '/Secret', 'name', local),
    ]),
  ];
}

/** A volume of files names the object once, or once for each entry that it takes. */
function ofFiles(files: Json | undefined, kind: string, nameField: string, local: Local): Reference[] {
  if (files === undefined || at(files, 'optional') === true) return [];
  const name = textAt(files, nameField) ?? '';
  return [...local(kind, name), ...listAt(files, 'items').flatMap(item => local(kind, name, textAt(item, 'key')))];
}

function ofVariables(container: Json, local: Local): Reference[] {
  const sources = [
    ...listAt(container, 'env').map(variable => at(variable, 'valueFrom')),
    ...listAt(container, 'envFrom'),
  ];
  return sources.flatMap(source => [
    ...[at(source, 'configMapKeyRef'), at(source, 'configMapRef')].flatMap(ref => ofEntry(ref, '/ConfigMap', local)),
    ...[at(source, 'secretKeyRef'), at(source, 'secretRef')].flatMap(ref => ofEntry(ref, '/Secret', local)),
  ]);
}

function ofEntry(ref: Json | undefined, kind: string, local: Local): Reference[] {
  if (at(ref, 'optional') === true) return [];
  return ref === undefined ? [] : local(kind, textAt(ref, 'name') ?? '', textAt(ref, 'key'));
}
