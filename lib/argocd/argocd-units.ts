import type { PlacedRelease } from '../model/chart-release.ts';
import type { Platform } from '../model/platform.ts';
import { waves } from '../model/sync.ts';
import type { Draft, Earlier } from '../model/unit.ts';
import { argoCdChart } from './argocd-chart.ts';
import { bootstrapFiles } from './bootstrap.ts';
import { applicationOf, assignments } from './assignments.ts';
import type { Assignment } from './assignments.ts';
import { accessAccount, accessUnit } from './cluster-access.ts';
import { checkNames } from './name-clashes.ts';
import { argocdUnit, credentialUnits, settingsUnit } from './own-units.ts';
import { platformProject } from './names.ts';
import { projectsOf } from './project-set.ts';
import { remoteClusters } from './remote-clusters.ts';
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
  const delivered = assignments(platform, units, releases, own);
  const before = platform.leaving ? assignments(platform.leaving.earlier, earlier.units, earlier.releases, []) : [];
  const access = remoteClusters(platform).map((cluster): Assignment & { readonly unit: Draft } => ({
    project: platformProject(cluster),
    cluster,
    unit: accessUnit(cluster, [...delivered, ...before], platform),
  }));
  const assigned = [...delivered, ...access];
  const admitted = [...assigned, ...before];
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
    clusters: platform.clusters,
    access: new Map(access.map(({ cluster, unit }) => [cluster.name, [...accessAccount(), ...unit.manifests]])),
  };
  const bootstrap: Draft = {
    ...argocdUnit('bootstrap', waves.projects.wave, roots, home),
    write: () => ({
      files: bootstrapFiles({ ...parts, secretEntries: secretEntries([...units, ...own]) }),
      patches: 0,
    }),
  };
  return [...access.map(({ unit }) => unit), ...own, projects, ...children, bootstrap];
}
