import { admitsDestination, admitsObject } from '../checks/argocd/admission.ts';
import { applicationName, platformProject } from '../argocd/names.ts';
import { releaseName } from '../argocd/release-application.ts';
import { grouped } from '../model/grouped.ts';
import { leavingMark, rowsOf } from '../model/leaving.ts';
import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { standing } from '../model/platform.ts';
import type { Platform } from '../model/platform.ts';
import { textsAt } from '../yaml/json-path.ts';
import { placeOf } from './change.ts';
import type { Change } from './change.ts';
import type { Delivered } from './delivered.ts';

/**
 * Mistakes for whole Applications that would be left behind: they are delivered, nothing says that they leave, and
 * Argo CD would not take them away, because they are guarded, or because their project admits them no more.
 */
export function applicationsLeftBehind(change: Change): Mistake[] {
  const acknowledged = acknowledgedPlaces(change);
  const lost = change.gone.filter(each => !acknowledged.has(placeOf(each)) && staysBehind(each, change));
  const byRow = grouped(lost, each => rowFor(each, change));
  const told = [...byRow].filter(([row]) => row !== follows);
  // What a cluster has for an environment, and what each cluster needs, go with that which they are there for.
  const rows = told.length > 0 ? told : [...byRow];
  return rows.map(([row, applications]) => leftBehind(row, applications));
}

/** A row that is not there. */
function leftBehind(row: string, applications: readonly Delivered[]): Mistake {
  const names = applications
    .map(({ name, cluster }) => `${name} on ${cluster}`)
    .sort()
    .join(', ');
  const what = row === follows ? 'what says that they leave' : row;
  return mistake(
    'left-behind',
    'overlays/leaving.ts',
    `${what} is missing: ${names} would be left behind. All of it must stay in its tables for one commit more, beside `
      + 'this row; once Argo CD has taken it away, a second commit takes out both',
  );
}

/** What has no row of its own. */
const follows = '';

function rowFor({ name, cluster, component, environment, path }: Delivered, { after }: Change): string {
  const { platform } = after;
  if (!isStanding(cluster, platform)) return `{ cluster: '${cluster}' }`;
  if (environment === undefined) {
    return path === undefined ? `{ operator: '${component}', from: '${cluster}' }` : follows;
  }
  if (!platform.environments.some(each => each.name === environment)) return `{ environment: '${environment}' }`;
  const whole = `${environment}-${component}`;
  const isOfComponent = path === undefined || (path.startsWith('overlays/') && name === whole);
  const present = platform.components[component];
  if (!isOfComponent || present?.satellite) return follows;
  if (!present) return `{ component: '${component}' }`;
  const chart = name.slice(whole.length + 1); // empty for the component itself
  if (path === undefined && !Object.hasOwn(present.services, chart)) return `{ service: '${component}/${chart}' }`;
  return `{ component: '${component}', in: '${environment}', from: '${cluster}' }`;
}

/** What a row says of, or what goes with a cluster that was leaving already. */
function acknowledgedPlaces({ after: { platform, earlier }, before, applications }: Change): Set<string> {
  const { leaving } = platform;
  const argocdNames = new Map(leaving?.earlier.clusters.map(({ name, argocdName }) => [name, argocdName]));
  const leavingBefore = [...before.projects.values()]
    .filter(project => textsAt(project, 'metadata', 'annotations')[leavingMark] !== undefined)
    .map(({ metadata }) => metadata.name);
  return new Set([
    ...earlier.units.map(unit =>
      placeOf({ name: applicationName(unit), destination: argocdNames.get(unit.cluster) ?? '' }),
    ),
    ...earlier.releases.map(release =>
      placeOf({ name: releaseName(release), destination: argocdNames.get(release.cluster) ?? '' }),
    ),
    ...rowsOf(leaving?.rows ?? [], 'operator').map(({ operator, from }) =>
      placeOf({ name: `${from}-${operator}`, destination: argocdNames.get(from) ?? '' }),
    ),
    ...applications.filter(({ cluster }) => leavingBefore.includes(platformProject({ name: cluster }))).map(placeOf),
  ]);
}

/** Whether Argo CD would leave something of an Application where it is, once the Application is gone from git. */
function staysBehind(application: Delivered, change: Change): boolean {
  const { isGuarded, path, cluster } = application;
  if (isGuarded || path === undefined || !isStanding(cluster, change.after.platform)) return true;
  return change.before.objectsOf(path).some(object => !isAdmitted(object, application, change.projects));
}

/** Whether a cluster still has its root. */
function isStanding(cluster: string, platform: Platform): boolean {
  return standing(platform).clusters.some(({ name }) => name === cluster);
}

/** Whether what an Application delivers may still be taken away by it. */
export function isAdmitted(
  object: Manifest,
  { project: name, destination, namespace }: Delivered,
  projects: ReadonlyMap<string, Manifest>,
): boolean {
  const project = projects.get(name);
  if (!project) return false;
  const own = namespaceOf(object);
  return admitsObject(project, object, own === undefined) && admitsDestination(project, destination, own ?? namespace);
}
