import { bundledKinds } from '../lib/synth/bundled-kinds.ts';
import type { Json, JsonMap, Manifest } from '../lib/synth/manifest.ts';
import { inNamespace } from '../lib/synth/namespaced.ts';
import { built } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';
const account = object('v1', 'ServiceAccount', 'a');
const subject = (name: string, fields: JsonMap = {}): JsonMap => ({ kind: 'ServiceAccount', name, ...fields });
const conversion = (service: JsonMap): JsonMap => ({ spec: { conversion: { webhook: { clientConfig: { service } } } } });

/** Sets of objects under `namespace: ns`, and what of them is worth knowing. */
const sets: Readonly<Record<string, readonly Manifest[]>> = {
  'kinds that Kustomize knows': [...bundledKinds].flatMap(([apiVersion, scopes]) => [...scopes.keys()].filter((kind) => kind !== 'Namespace')
    .map((kind) => object(apiVersion, kind, `x-${kind.toLowerCase()}`, kind === 'APIService' ? { spec: { service: { name: 's' } } } : {}))),
  'cluster-scoped kinds that it does not know': [
    object('external-secrets.io/v1', 'ClusterSecretStore', 'x'),
    object('cert-manager.io/v1', 'ClusterIssuer', 'x'),
    object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'x'),
    object('gateway.networking.k8s.io/v1', 'GatewayClass', 'x'),
  ],
  'newer versions of kinds that it knows': [object('autoscaling/v2', 'HorizontalPodAutoscaler', 'x'), object('storage.k8s.io/v2', 'StorageClass', 'x')],
  'a namespace': [object('v1', 'Namespace', 'other')],
  'an object with a namespace': [object('v1', 'ConfigMap', 'a', {}, { namespace: 'other' })],
  'subjects in the set': [account, binding([subject('a'), subject('gone'), subject('a', { namespace: 'ns' })])],
  'subjects of other kinds with the name of an account': [account, binding([{ kind: 'User', name: 'a' }, { kind: 'Group', name: 'a' }])],
  'subjects called `default`': [binding([subject('default'), { kind: 'User', name: 'default' }, subject('default', { namespace: 'other' })])],
  'subjects with a namespace': [account, binding([subject('a', { namespace: 'other' }), subject('a', { namespace: 'default' })])],
  'subjects whose account had a namespace': [
    object('v1', 'ServiceAccount', 'a', {}, { namespace: 'was' }), object('v1', 'ServiceAccount', 'b'),
    binding([subject('a', { namespace: 'was' }), subject('b', { namespace: 'was' }), subject('a', { namespace: 'default' }), subject('a')]),
  ],
  'a cluster-wide binding': [account, binding([subject('a'), subject('default', { namespace: 'x' })], RBAC, 'ClusterRoleBinding')],
  'bindings of other groups': [account, binding([subject('a'), subject('default')], 'example.com/v1')],
  'accounts of other groups': [object('example.com/v1', 'ServiceAccount', 'b'), object('example.com/v2', 'ServiceAccount', 'c'), binding([subject('b'), subject('c')])],
  'no subjects': [account, binding([]), object(RBAC, 'RoleBinding', 'none')],
  'webhooks': [object('v1', 'Service', 's'), object('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', 'w', { webhooks: [
    { name: 'a', clientConfig: { service: { name: 's' } } },
    { name: 'b', clientConfig: { service: { name: 's', namespace: 'other' } } },
    { name: 'c', clientConfig: { service: { name: 'gone' } } },
    { name: 'd', clientConfig: { url: 'https://x' } },
  ] })],
  'aggregated interfaces': [
    object('apiregistration.k8s.io/v1', 'APIService', 'a', { spec: { service: { name: 's', namespace: 'other' } } }),
    object('apiregistration.k8s.io/v1', 'APIService', 'b', { spec: { group: 'x' } }),
    object('apiregistration.k8s.io/v1', 'APIService', 'c'),
  ],
  'conversions': [
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'a', conversion({ name: 's', namespace: 'other' })),
    object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', 'b', conversion({ name: 's' })),
  ],
  'the configuration of nodes': [object('v1', 'ConfigMap', 'c'), object('example.com/v1', 'Node', 'n', { spec: { configSource: { configMap: { name: 'c' } } } })],
  'what looks like a reference and is none': [
    object('v1', 'PersistentVolumeClaim', 'c'),
    object('v1', 'PersistentVolume', 'p', { spec: { claimRef: { name: 'c', namespace: 'other' } } }),
    object('networking.k8s.io/v1', 'NetworkPolicy', 'n', { spec: { ingress: [{ from: [{ namespaceSelector: {} }] }] } }),
    object('external-secrets.io/v1', 'ExternalSecret', 'e', { spec: { secretStoreRef: { name: 'c', namespace: 'other' } } }),
  ],
};

describe.each(kustomizes())('$name', (kustomize) => {
  test.each(Object.keys(sets))('moves %s as the model says', (name) => {
    const set = sets[name]!;

    expect(sortedById(built(kustomize, set.map((base) => ({ base })), { namespace: 'ns' }))).toEqual(sortedById(inNamespace(set, 'ns')));
  });

  test('moves objects of the base and of the overlay alike', () => {
    const roles = binding([subject('a')]);

    expect(sortedById(built(kustomize, [{ base: account }], { namespace: 'ns', added: [roles] }))).toEqual(sortedById(inNamespace([account, roles], 'ns')));
  });
});

test('a subject follows only if its account is in the set, and loses the namespace `default`', () => {
  const [, moved] = inNamespace([account, binding([subject('a', { namespace: 'default' }), subject('b')])], 'ns');

  expect(moved).toMatchObject({ metadata: { namespace: 'ns' }, subjects: [subject('a', { namespace: 'ns' }), subject('b')] });
});

test('what stays is shared, and nothing is changed', () => {
  const roles = object(RBAC, 'ClusterRole', 'x', { rules: [] });
  const config: Manifest = Object.freeze({ ...object('v1', 'ConfigMap', 'x', { data: {} }), metadata: Object.freeze({ name: 'x' }) });
  const moved = inNamespace([roles, config], 'ns');

  expect(moved[0]).toBe(roles);
  expect(moved[1]!.data).toBe(config.data);
});

function object(apiVersion: string, kind: string, name: string, body: JsonMap = {}, metadata: JsonMap = {}): Manifest {
  return { apiVersion, kind, metadata: { ...metadata, name }, ...body };
}

function binding(subjects: readonly Json[], apiVersion = RBAC, kind = 'RoleBinding'): Manifest {
  return object(apiVersion, kind, 'b', { subjects, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'r' } });
}

function sortedById(manifests: readonly JsonMap[]): readonly JsonMap[] {
  const idOf = ({ apiVersion, kind, metadata }: JsonMap): string => `${apiVersion as string} ${kind as string} ${(metadata as Manifest['metadata']).name}`;
  return [...manifests].sort((left, right) => (idOf(left) < idOf(right) ? -1 : 1));
}
