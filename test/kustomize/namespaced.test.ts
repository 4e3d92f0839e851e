import { bundledKinds } from '../../lib/kustomize/bundled-kinds.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import { inNamespace } from '../../lib/kustomize/namespaced.ts';
import { built, byIdentity } from './kustomization.ts';
import { kustomizes } from './kustomize.ts';

const RBAC = 'rbac.authorization.k8s.io/v1';
const ADMISSION = 'admissionregistration.k8s.io/v1';
const REGISTRATION = 'apiregistration.k8s.io/v1';
const EXTENSIONS = 'apiextensions.k8s.io/v1';
const account = object('v1', 'ServiceAccount', 'a');

/** The kinds that Kustomize knows but Namespace, which takes the name itself. */
const known = [...bundledKinds].flatMap(([apiVersion, scopes]) => {
  const kinds = [...scopes.keys()].filter(kind => !['APIService', 'Namespace'].includes(kind));
  return kinds.map(kind => object(apiVersion, kind, `x-${kind.toLowerCase()}`));
});

/** Sets of objects, all to be moved to the namespace `ns`. */
const sets: Readonly<Record<string, readonly Manifest[]>> = {
  'kinds that Kustomize knows': known,
  'cluster-scoped kinds that it does not know': [
    object('external-secrets.io/v1', 'ClusterSecretStore', 'x'),
    object('cert-manager.io/v1', 'ClusterIssuer', 'x'),
    object(ADMISSION, 'ValidatingAdmissionPolicy', 'x'),
    object('gateway.networking.k8s.io/v1', 'GatewayClass', 'x'),
  ],
  'newer versions of kinds that it knows': [
    object('autoscaling/v2', 'HorizontalPodAutoscaler', 'x'),
    object('storage.k8s.io/v2', 'StorageClass', 'x'),
  ],
  'a namespace': [object('v1', 'Namespace', 'other')],
  'an object with a namespace': [object('v1', 'ConfigMap', 'a', {}, { namespace: 'other' })],

  'subjects in the set': [account, binding(subject('a'), subject('gone'), subject('a', { namespace: 'ns' }))],
  'subjects of other kinds with the name of an account': [
    account,
    binding(subject('a', { kind: 'User' }), subject('a', { kind: 'Group' })),
  ],
  'subjects called `default`': [
    binding(subject('default'), subject('default', { kind: 'User' }), subject('default', { namespace: 'other' })),
  ],
  'subjects with a namespace': [
    account,
    binding(subject('a', { namespace: 'other' }), subject('a', { namespace: 'default' })),
  ],
  'subjects whose account had a namespace': [
    object('v1', 'ServiceAccount', 'a', {}, { namespace: 'was' }),
    object('v1', 'ServiceAccount', 'b'),
    binding(subject('a', { namespace: 'was' }), subject('b', { namespace: 'was' }), subject('a')),
  ],
  'a cluster-wide binding': [
    account,
    { ...binding(subject('a'), subject('default', { namespace: 'x' })), kind: 'ClusterRoleBinding' },
  ],
  'bindings of other groups': [account, { ...binding(subject('a'), subject('default')), apiVersion: 'example.com/v1' }],
  'accounts of other groups': [
    object('example.com/v1', 'ServiceAccount', 'b'),
    object('example.com/v2', 'ServiceAccount', 'c'),
    binding(subject('b'), subject('c')),
  ],
  'no subjects': [account, binding(), object(RBAC, 'RoleBinding', 'none')],

  'webhooks': [
    object('v1', 'Service', 's'),
    object(ADMISSION, 'MutatingWebhookConfiguration', 'w', {
      webhooks: [
        { name: 'a', clientConfig: { service: { name: 's' } } },
        { name: 'b', clientConfig: { service: { name: 's', namespace: 'other' } } },
        { name: 'c', clientConfig: { service: { name: 'gone' } } },
        { name: 'd', clientConfig: { url: 'https://x' } },
      ],
    }),
  ],
  'aggregated interfaces': [
    object(REGISTRATION, 'APIService', 'a', { spec: { service: { name: 's', namespace: 'other' } } }),
    object(REGISTRATION, 'APIService', 'b', { spec: { group: 'x' } }),
    object(REGISTRATION, 'APIService', 'c'),
  ],
  'conversions': [conversion('a', { name: 's', namespace: 'other' }), conversion('b', { name: 's' })],
  'the configuration of nodes': [
    object('v1', 'ConfigMap', 'c'),
    object('example.com/v1', 'Node', 'n', { spec: { configSource: { configMap: { name: 'c' } } } }),
  ],
  'what looks like a reference and is none': [
    object('v1', 'PersistentVolumeClaim', 'c'),
    object('v1', 'PersistentVolume', 'p', { spec: { claimRef: { name: 'c', namespace: 'other' } } }),
    object('networking.k8s.io/v1', 'NetworkPolicy', 'n', { spec: { egress: [{ to: [{ namespaceSelector: {} }] }] } }),
    object('external-secrets.io/v1', 'ExternalSecret', 'e', { spec: { storeRef: { name: 'c', namespace: 'x' } } }),
  ],
};

describe.each(kustomizes())('$name', kustomize => {
  test.each(Object.entries(sets))('moves %s as the model says', (_, set) => {
    const results = built(
      kustomize,
      set.map(base => ({ base })),
      { namespace: 'ns' },
    );

    expect(byIdentity(results)).toEqual(byIdentity(inNamespace(set, 'ns')));
  });

  test('moves objects of the base and of the overlay alike', () => {
    const roles = binding(subject('a'));
    const results = built(kustomize, [{ base: account }], { namespace: 'ns', added: [roles] });

    expect(byIdentity(results)).toEqual(byIdentity(inNamespace([account, roles], 'ns')));
  });
});

test('a subject follows only if its account is in the set, and loses the namespace `default`', () => {
  const [, moved] = inNamespace([account, binding(subject('a', { namespace: 'default' }), subject('b'))], 'ns');

  expect(moved).toMatchObject({ metadata: { namespace: 'ns' } });
  expect(moved!.subjects).toEqual([subject('a', { namespace: 'ns' }), subject('b')]);
});

test('what stays is shared, and nothing is changed', () => {
  const role = object(RBAC, 'ClusterRole', 'x', { rules: [] });
  const config = object('v1', 'ConfigMap', 'x', { data: {} });
  Object.freeze(Object.freeze(config).metadata);
  const moved = inNamespace([role, config], 'ns');

  expect(moved[0]).toBe(role);
  expect(moved[1]!.data).toBe(config.data);
});

function object(apiVersion: string, kind: string, name: string, body: JsonMap = {}, metadata: JsonMap = {}): Manifest {
  return { apiVersion, kind, metadata: { ...metadata, name }, ...body };
}

function binding(...subjects: readonly Json[]): Manifest {
  return object(RBAC, 'RoleBinding', 'b', { subjects, roleRef: { apiGroup: RBAC, kind: 'Role', name: 'r' } });
}

function subject(name: string, fields: JsonMap = {}): JsonMap {
  return { kind: 'ServiceAccount', name, ...fields };
}

function conversion(name: string, service: JsonMap): Manifest {
  const spec = { conversion: { webhook: { clientConfig: { service } } } };
  return object(EXTENSIONS, 'CustomResourceDefinition', name, { spec });
}
