import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../json-path.ts';
import { containersOf, podTemplateOf } from '../pods.ts';

/** One object that another names, and the entry of it where one is meant. */
export interface Reference {
  /** Group and kind as identities have them: `/ConfigMap`, `external-secrets.io/SecretStore`. */
  readonly kind: string;

  /** Undefined for what a cluster has once. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly key?: string;
}

/** Every object that an object names, but for those that rules of their own look at. */
export function referencesOf(manifest: Manifest): Reference[] {
  const namespace = namespaceOf(manifest);
  const own = namespace === undefined ? [] : [{ kind: '/Namespace', namespace: undefined, name: namespace }];
  return [
    ...own,
    ...contentReferences(manifest, (kind, name, key) => (name === undefined ? [] : [{ kind, namespace, name, key }])),
  ];
}

/** Refers to an object of the same namespace; to none without a name. */
type Local = (kind: string, name: string | undefined, key?: string) => Reference[];

function contentReferences(manifest: Manifest, local: Local): Reference[] {
  switch (manifest.kind) {
    case 'ExternalSecret':
      return storeOf(manifest);
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      return [...subjectsOf(manifest), ...roleOf(manifest)];
    case 'StatefulSet':
      return [...local('/Service', textAt(manifest, 'spec', 'serviceName')), ...ofPods(manifest, local)];
    default:
      return ofPods(manifest, local);
  }
}

function ofPods(manifest: Manifest, local: Local): Reference[] {
  const spec = podTemplateOf(manifest)?.spec;
  if (!spec) return [];
  const priority = textAt(spec, 'priorityClassName');
  return [
    ...local('/ServiceAccount', textAt(spec, 'serviceAccountName')),
    ...(priority === undefined
      ? []
      : [{ kind: 'scheduling.k8s.io/PriorityClass', namespace: undefined, name: priority }]),
    ...listAt(spec, 'imagePullSecrets').flatMap(entry => local('/Secret', textAt(entry, 'name'))),
    ...listAt(spec, 'volumes').flatMap(volume => ofVolume(volume, local)),
    ...containersOf(manifest).flatMap(container => ofVariables(container.spec, local)),
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

function storeOf(manifest: Manifest): Reference[] {
  const kind = textAt(manifest, 'spec', 'secretStoreRef', 'kind') ?? 'SecretStore';
  const name = textAt(manifest, 'spec', 'secretStoreRef', 'name') ?? '';
  const namespace = kind === 'ClusterSecretStore' ? undefined : namespaceOf(manifest);
  return [{ kind: `external-secrets.io/${kind}`, namespace, name }];
}

function subjectsOf(manifest: Manifest): Reference[] {
  return listAt(manifest, 'subjects')
    .filter(subject => at(subject, 'kind') === 'ServiceAccount')
    .map(subject => ({
      kind: '/ServiceAccount',
      namespace: textAt(subject, 'namespace'),
      name: textAt(subject, 'name') ?? '',
    }));
}

function roleOf(manifest: Manifest): Reference[] {
  const kind = textAt(manifest, 'roleRef', 'kind') ?? '';
  const namespace = kind === 'Role' ? namespaceOf(manifest) : undefined;
  return [{ kind: `rbac.authorization.k8s.io/${kind}`, namespace, name: textAt(manifest, 'roleRef', 'name') ?? '' }];
}
