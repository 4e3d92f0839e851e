import { kinds } from '../kinds/index.ts';
import { clusterUnit } from '../clusters/cluster-unit.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import { guarded, waves } from '../model/sync.ts';
import type { Draft } from '../model/unit.ts';
import type { Json } from '../yaml/json.ts';
import type { Assignment } from './assignments.ts';
import { permissionsOf } from './permissions.ts';
import { pluralOf } from './plural.ts';

/** The ServiceAccount by which Argo CD reaches a cluster that it does not run on, its role and its binding. */
export const accessName = 'argocd-manager';
const accessNamespace = 'kube-system';

/** What Argo CD shows beside what it delivers: what that turns into. */
const shown: readonly string[] = [
  '/Pod',
  '/Event',
  '/PersistentVolumeClaim',
  'apps/ReplicaSet',
  'apps/ControllerRevision',
];

// Without the role Argo CD could not even take the rest away, so it stays.
const exemption = {
  'plainsail.dev/exempt.modest-role': 'Argo CD delivers roles, and only who may bind and escalate can make them',
};

const group = 'rbac.authorization.k8s.io';

/**
 * What Argo CD may do on a cluster that it does not run on: change objects of the kinds that the projects admit there, and
 * read those of all kinds that the program knows, Secrets aside. It may also make roles that allow more than it may itself,
 * where charts or components bring roles: so the role keeps mistakes out, and curious readers, but no thief of the token.
 *
 * @param assigned everything that Argo CD delivers, and delivered before to what leaves
 */
export function accessRole(cluster: Cluster, assigned: readonly Assignment[], platform: Platform): Manifest {
  const needs = assigned
    .filter(each => each.cluster.name === cluster.name)
    .map(each => permissionsOf(each, platform.site));
  const role = { group, kind: 'ClusterRole' };
  const changed = [...needs.flatMap(need => [...need.clusterKinds, ...need.namespacedKinds]), role];
  const names = (all: readonly { group: string; kind: string }[]): string[] => [
    ...new Set(all.map(each => `${each.group}/${each.kind}`)),
  ];
  const writes = names(changed);
  const reads = [...new Set([...names(kinds), ...shown])].filter(name => name !== '/Secret' && !writes.includes(name));
  const makesRoles = writes.filter(name => [`${group}/ClusterRole`, `${group}/Role`].includes(name));
  return {
    apiVersion: `${group}/v1`,
    kind: 'ClusterRole',
    metadata: { name: accessName, annotations: { ...guarded('keep'), ...exemption } },
    rules: [
      ...rulesFor(writes, ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'], platform),
      ...rulesFor(reads, ['get', 'list', 'watch'], platform),
      ...rulesFor(makesRoles, ['bind', 'escalate'], platform),
      { apiGroups: [''], resources: ['pods/log'], verbs: ['get'] },
    ],
  };
}

/** The unit that keeps the role as the projects are. */
export function accessUnit(cluster: Cluster, assigned: readonly Assignment[], platform: Platform): Draft {
  return clusterUnit(cluster, 'access', waves.foundation.wave, [accessRole(cluster, assigned, platform)]);
}

/** The account and its binding, which nobody delivers: Argo CD cannot give itself its first right. */
export function accessAccount(): Manifest[] {
  const account = { kind: 'ServiceAccount', name: accessName, namespace: accessNamespace };
  return [
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: accessName, namespace: accessNamespace } },
    {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name: accessName },
      roleRef: { apiGroup: group, kind: 'ClusterRole', name: accessName },
      subjects: [account],
    },
  ];
}

/** A rule for each group of kinds, sorted. */
function rulesFor(kinds: readonly string[], verbs: readonly string[], { definitions }: Platform): Json[] {
  const groups = [...new Set(kinds.map(name => name.split('/')[0]!))].sort();
  return groups.map(apiGroup => ({
    apiGroups: [apiGroup],
    resources: kinds
      .filter(name => name.split('/')[0] === apiGroup)
      .map(name => pluralOf(name, definitions))
      .sort(),
    verbs: [...verbs],
  }));
}
