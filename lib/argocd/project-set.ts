import { leavingMark, rowsOf } from '../model/leaving.ts';
import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Assignment } from './assignments.ts';
import { argocdNamespace, platformProject, projects } from './names.ts';
import { admitted, permissionsOf } from './permissions.ts';
import type { AdmittedKind, Permissions } from './permissions.ts';
import { lockedProject, project } from './project.ts';
import { syncWindows } from './sync-windows.ts';

/**
 * Every project: the one of the roots, Argo CD's own, one for each cluster and each environment, and the one that
 * Applications fall back to, which is locked. Only the first two reach Argo CD's namespace.
 */
export function projectsOf(assigned: readonly Assignment[], platform: Platform): Manifest[] {
  const { site, clusters, environments, leaving } = platform;
  const gone = new Set(leaving?.clusters.map(({ name }) => platformProject({ name })));
  const bounded = (name: string, description: string): Manifest => {
    const own = assigned.filter(each => each.project === name);
    const needs = [
      ...own.map(each => permissionsOf(each, site)),
      ...leavingKinds(name, platform),
      ...(name === projects.argocd ? [ownNeeds(platform, credentialKinds)] : []),
    ];
    return project(name, description, needs, {
      windows: syncWindows(own, environments),
      annotations: gone.has(name) ? { [leavingMark]: 'true' } : {},
    });
  };
  return [
    lockedProject(),
    project(projects.bootstrap, 'The roots. To deploy with it is to be an administrator.', [
      ownNeeds(platform, rootKinds),
    ]),
    bounded(projects.argocd, 'Argo CD itself. To deploy with it is to be an administrator.'),
    ...clusters.map(cluster => bounded(platformProject(cluster), `What cluster ${cluster.name} has once.`)),
    ...environments.map(({ name }) => bounded(name, `Components of environment ${name}.`)),
  ];
}

/** Roots deliver Applications and projects, these projects included. */
const rootKinds: readonly AdmittedKind[] = [
  { group: 'argoproj.io', kind: 'Application' },
  { group: 'argoproj.io', kind: 'AppProject' },
];

/** Admitted also where there is no other cluster: the credentials of the last one must be able to go. */
const credentialKinds: readonly AdmittedKind[] = [
  { group: '', kind: 'ServiceAccount' },
  { group: 'external-secrets.io', kind: 'ExternalSecret' },
  { group: 'external-secrets.io', kind: 'SecretStore' },
];

/** What lies in Argo CD's own namespace. */
function ownNeeds({ site, clusters }: Platform, namespacedKinds: readonly AdmittedKind[]): Permissions {
  return {
    repository: site.repository,
    cluster: clusters[0]!.argocdName,
    namespaces: [argocdNamespace],
    clusterKinds: [],
    namespacedKinds,
  };
}

/** Kinds that leave a project, although what delivered them stays. */
function leavingKinds(project: string, { site, leaving }: Platform): Permissions[] {
  const rows = leaving?.rows ?? [];
  const kindsOf = (texts: readonly { readonly project: string; readonly text: string }[]): AdmittedKind[] =>
    texts.filter(each => each.project === project).map(({ text }) => admitted(text));
  const namespaced = rowsOf(rows, 'kind').map(row => ({ project: row.project, text: row.kind }));
  const clusterWide = rowsOf(rows, 'clusterKind').map(row => ({ project: row.project, text: row.clusterKind }));
  const [namespacedKinds, clusterKinds] = [kindsOf(namespaced), kindsOf(clusterWide)];
  return namespacedKinds.length + clusterKinds.length === 0
    ? []
    : [{ repository: site.repository, cluster: '', namespaces: [], clusterKinds, namespacedKinds }];
}
