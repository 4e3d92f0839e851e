import { platformProject } from '../argocd/names.ts';
import { admitsDestination } from '../checks/argocd/admission.ts';
import type { Leaving } from '../model/leaving.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Departure } from '../model/platform.ts';
import { Surroundings } from '../model/surroundings.ts';
import type { Change } from './change.ts';

/** Mistakes for rows of what was never delivered: they keep nothing admitted that anybody has to take away. */
export function neverThere({ before, after }: Change): Mistake[] {
  const { leaving } = after.platform;
  const projects = before.projects;
  if (!leaving || projects.size === 0) return [];
  return leaving.rows.flatMap((row, index) =>
    wasAdmitted(row, leaving, projects)
      ? []
      : [
          mistake(
            'conflict',
            `overlays/leaving.ts: row ${index + 1}`,
            'nothing of it was ever delivered, so nothing can leave: the row must go',
          ),
        ],
  );
}

function wasAdmitted(row: Leaving, { earlier }: Departure, projects: ReadonlyMap<string, Manifest>): boolean {
  if ('environment' in row) return projects.has(row.environment);
  if ('cluster' in row) return projects.has(platformProject({ name: row.cluster }));
  if (!('component' in row) || row.in === undefined) return true;
  const environment = earlier.environments.find(({ name }) => name === row.in);
  const cluster = earlier.clusters.find(({ name }) => name === row.from);
  const project = projects.get(row.in);
  if (!environment || !cluster || !project) return false;
  return admitsDestination(
    project,
    cluster.argocdName,
    new Surroundings(earlier, environment).namespaceOf(row.component),
  );
}
