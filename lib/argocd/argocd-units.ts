import type { PlacedRelease } from '../model/chart-release.ts';
import type { Platform } from '../model/platform.ts';
import { waves } from '../model/sync.ts';
import type { Draft, Earlier } from '../model/unit.ts';
import { argoCdChart } from './argocd-chart.ts';
import { bootstrapFiles } from './bootstrap.ts';
import { applicationOf, assignments } from './assignments.ts';
import { checkNames } from './name-clashes.ts';
import { argocdUnit, credentialUnits, settingsUnit } from './own-units.ts';
import { projectsOf } from './project-set.ts';
import { rootApplication } from './root-application.ts';
import { secretEntries } from './secret-entries.ts';

/**
 * What Argo CD is told: one Application for each unit and each operator, the projects that bound them, one root for
 * each cluster and one for the projects, Argo CD's own settings, and the files that a person applies once.
 *
 * @param platform with clusters and environments that leave
 * @param units what components and clusters deliver
 * @param releases charts of components
 * @param earlier what was delivered together with what leaves: projects still admit it @default - nothing leaves
 * @throws InputError for an operator that is missing, and for names that two things would share
 */
export function argocdUnits(
  platform: Platform,
  units: readonly Draft[],
  releases: readonly PlacedRelease[] = [],
  earlier: Earlier = { units: [], releases: [] },
): Draft[] {
  const home = platform.clusters[0]!;
  const settings = settingsUnit(platform);
  const own = [settings, ...credentialUnits(platform)];
  const assigned = assignments(platform, units, releases, own);

  const admitted = platform.leaving
    ? [...assigned, ...assignments(platform.leaving.earlier, earlier.units, earlier.releases, [])]
    : assigned;
  const projects = argocdUnit('projects', waves.projects.wave, projectsOf(admitted, platform), home);
  const children = platform.clusters.map(cluster =>
    argocdUnit(
      `roots/${cluster.name}`,
      waves.operators.wave,
      assigned.filter(each => each.cluster === cluster).map(each => applicationOf(each, platform)),
      home,
    ),
  );
  const roots = [projects, ...children].map(unit => rootApplication(unit.path, platform));
  checkNames([...roots, ...children.flatMap(({ manifests }) => manifests), ...projects.manifests]);

  const parts = {
    settings: settings.manifests,
    projects: projects.manifests,
    roots,
    argoCd: argoCdChart(platform),
    home,
  };
  const bootstrap: Draft = {
    ...argocdUnit('bootstrap', waves.projects.wave, roots, home),
    write: () => ({
      files: bootstrapFiles({ ...parts, secretEntries: secretEntries([...units, ...own]) }),
      patches: 0,
    }),
  };
  return [...own, projects, ...children, bootstrap];
}
