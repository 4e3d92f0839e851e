import type { Platform } from '../model/platform.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Assignment } from './assignments.ts';
import { argocdNamespace, platformProject, projects } from './names.ts';
import { permissionsOf } from './permissions.ts';
import type { Permissions } from './permissions.ts';
import { lockedProject, project } from './project.ts';
import { syncWindows } from './sync-windows.ts';

/**
 * Every project: the one of the roots, Argo CD's own, one for each cluster and each environment, and the one that
 * Applications fall back to, which is locked. Only the first two reach Argo CD's namespace.
 */
export function projectsOf(assigned: readonly Assignment[], platform: Platform): Manifest[] {
  const { site, clusters, environments } = platform;
  const bounded = (name: string, description: string): Manifest => {
    const own = assigned.filter(each => each.project === name);
    const needs = own.map(each => permissionsOf(each, site));
    return project(name, description, needs, syncWindows(own, environments));
  };
  return [
    lockedProject(),
    project(projects.bootstrap, 'The roots. To deploy with it is to be an administrator.', [rootNeeds(platform)]),
    bounded(projects.argocd, 'Argo CD itself. To deploy with it is to be an administrator.'),
    ...clusters.map(cluster => bounded(platformProject(cluster), `What cluster ${cluster.name} has once.`)),
    ...environments.map(({ name }) => bounded(name, `Components of environment ${name}.`)),
  ];
}

/** Roots deliver Applications and projects, these projects included. */
function rootNeeds({ site, clusters }: Platform): Permissions {
  return {
    repository: site.repository,
    cluster: clusters[0]!.argocdName,
    namespaces: [argocdNamespace],
    clusterKinds: [],
    namespacedKinds: [
      { group: 'argoproj.io', kind: 'Application' },
      { group: 'argoproj.io', kind: 'AppProject' },
    ],
  };
}
