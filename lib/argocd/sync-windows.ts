import type { IAppProjectSpec } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/AppProjectSpec';
import type { Environment } from '../model/environment.ts';
import { grouped } from '../model/grouped.ts';
import type { Assignment } from './assignments.ts';
import { applicationName } from './names.ts';
import { releaseName } from './release-application.ts';

export type SyncWindows = NonNullable<IAppProjectSpec['syncWindows']>;

/**
 * When the Applications of a project may be synced. A cluster's project holds those of several environments, so each
 * window names its own.
 *
 * @param assigned what the project is for
 */
export function syncWindows(assigned: readonly Assignment[], environments: readonly Environment[]): SyncWindows {
  const names = grouped(
    assigned.flatMap(each => {
      if ('release' in each) return [{ of: each.release.environment, name: releaseName(each.release) }];
      if (!('unit' in each) || each.unit.environment === undefined) return [];
      return [{ of: each.unit.environment, name: applicationName(each.unit) }];
    }),
    ({ of }) => of,
  );
  return environments.flatMap(({ name, syncWindows: windows = [] }) => {
    const applications = [...new Set((names.get(name) ?? []).map(each => each.name))].sort();
    if (applications.length === 0) return [];
    return windows.map(({ kind, schedule, duration, timeZone = 'UTC', manualSync, description }) => ({
      kind,
      schedule,
      duration,
      timeZone,
      ...(manualSync && { manualSync }),
      ...(description !== undefined && { description }),
      applications,
    }));
  });
}
