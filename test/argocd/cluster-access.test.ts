import { pluralOf } from '../../lib/argocd/plural.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { manifestsOf } from '../../lib/yaml/yaml-text.ts';
import { definitionOfSpec, definitionsOf } from '../fixtures/definitions.ts';
import { exampleRows } from '../fixtures/example.ts';
import { platform } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

// Nothing but what the cluster has once is there.
const synthesized = new Synthesized(platform({ argoCd: exampleRows.argoCd, operators: exampleRows.operators }));
const role = synthesized.find('ClusterRole', 'argocd-manager');

/** Resources that some rule of the role gives a verb for, as `<group>/<resource>`. */
function givenWith(verb: string): string[] {
  return (role['rules'] as unknown as { apiGroups: string[]; resources: string[]; verbs: string[] }[])
    .filter(({ verbs }) => verbs.includes(verb))
    .flatMap(({ apiGroups, resources }) => resources.map(resource => `${apiGroups[0]}/${resource}`));
}

test('Argo CD may change on another cluster what its projects admit there, and nothing else', () => {
  const admitted = ['platform-farm', 'dev', 'prod'].flatMap(name => {
    const spec = synthesized.find('AppProject', name)['spec'] as JsonMap;
    return ['clusterResourceWhitelist', 'namespaceResourceWhitelist'].flatMap(
      list => (spec[list] ?? []) as { group: string; kind: string }[],
    );
  });
  const resources = admitted.map(({ group, kind }) => `${group}/${pluralOf(`${group}/${kind}`, [])}`);

  expect(givenWith('create').filter(resource => !resources.includes(resource))).toEqual([]);
  expect(givenWith('create')).toEqual(
    expect.arrayContaining(['rbac.authorization.k8s.io/clusterroles', 'scheduling.k8s.io/priorityclasses']),
  );
  expect(givenWith('escalate')).toEqual(['rbac.authorization.k8s.io/clusterroles']);
});

test('it reads no Secret, names each resource once and no wildcard', () => {
  const listed = givenWith('list');

  expect(listed).not.toContain('/secrets');
  expect(listed.filter(each => each.includes('*'))).toEqual([]);
  expect(new Set(listed).size).toBe(listed.length);
});

test('a person gives the account the very role that Argo CD keeps, which nothing takes away', () => {
  const file = manifestsOf(synthesized.unit('argocd/bootstrap')!.files.get('argocd/bootstrap/access-farm.yaml')!);

  expect(file.map(({ kind }) => kind).sort()).toEqual(['ClusterRole', 'ClusterRoleBinding', 'ServiceAccount']);
  expect(file).toContainEqual(role);
  expect(at(role, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options')).toBe('Prune=false,Delete=false');
  expect(synthesized.unit('argocd/bootstrap')!.files.has('argocd/bootstrap/access-cloud.yaml')).toBe(false);
});

test.each([
  ['networking.k8s.io/NetworkPolicy', 'networkpolicies'],
  ['networking.k8s.io/Ingress', 'ingresses'],
  ['storage.k8s.io/StorageClass', 'storageclasses'],
  ['gateway.networking.k8s.io/Gateway', 'gateways'],
  ['/Endpoints', 'endpoints'],
  ['example.com/Queue', 'queues'],
])('%s is %s to the API server', (kind, resource) => {
  expect(pluralOf(kind, definitionsOf(definitionOfSpec('Queue', {})))).toBe(resource);
});
