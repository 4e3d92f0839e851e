import type { Platform } from '../model/platform.ts';
import type { Unit } from '../model/unit.ts';
import { bootstrapFiles } from './bootstrap.ts';
import { applicationOf, deliveries } from './assignments.ts';
import { checkNames } from './name-clashes.ts';
import { argocdUnit, remoteClusterUnits, settingsUnit } from './own-units.ts';
import { projectsOf } from './project-set.ts';
import { rootApplication } from './root-application.ts';
import { secretEntries } from './secret-entries.ts';

/**
 * What Argo CD is told: one Application for each unit and each operator, the projects that bound them, one root for
 * each cluster and one for the projects, Argo CD's own settings, and the files that a person applies once.
 *
 * @param units what components and clusters deliver
 * @throws InputError for an operator that is unknown or missing, and for names that two things would share
 */
export function argocdUnits(platform: Platform, units: readonly Unit[]): Unit[] {
  const home = platform.clusters[0]!;
  const settings = settingsUnit(platform);
  const own = [settings, ...remoteClusterUnits(platform)];
  const delivered = deliveries(platform, units, own);

  const projects = argocdUnit('projects', -10, projectsOf(delivered, platform), home);
  const children = platform.clusters.map(cluster =>
    argocdUnit(
      `roots/${cluster.name}`,
      0,
      delivered.filter(each => each.cluster === cluster).map(each => applicationOf(each, platform)),
      home,
    ),
  );
  const roots = [projects, ...children].map(unit => rootApplication(unit.path, platform));
  checkNames([...roots, ...children.flatMap(({ manifests }) => manifests), ...projects.manifests]);

  const bootstrap: Unit = {
    ...argocdUnit('bootstrap', -10, roots, home),
    files: bootstrapFiles({
      settings: settings.manifests,
      projects: projects.manifests,
      roots,
      secretEntries: secretEntries([...units, ...own]),
    }),
  };
  return [...own, projects, ...children, bootstrap];
}
