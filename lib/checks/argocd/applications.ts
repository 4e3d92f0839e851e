import type { Manifest } from '../../model/manifest.ts';
import type { Unit } from '../../model/unit.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import type { World } from '../world.ts';

/** Folder of the repository that the paths of units are below. */
const output = 'dist/';

/** Where objects of an Application come from: a folder of a repository, or a chart. */
export interface Source {
  readonly repository: string;
  readonly revision: string;

  /** Undefined for a chart. */
  readonly path: string | undefined;
}

/** The sources of an Application, of which it may have one or several. */
export function sourcesOf({ spec }: Manifest): Source[] {
  const single = at(spec, 'source');
  return [...(single === undefined ? [] : [single]), ...listAt(spec, 'sources')].map(source => ({
    repository: textAt(source, 'repoURL') ?? '',
    revision: textAt(source, 'targetRevision') ?? 'HEAD',
    path: textAt(source, 'path'),
  }));
}

/** The unit at a path of the repository; undefined where there is none. */
export function unitAt(path: string, world: World): Unit | undefined {
  return path.startsWith(output) ? world.once(unitsByPath).get(path.slice(output.length)) : undefined;
}

/** The units that an Application delivers. */
export function deliveredBy(application: Manifest, world: World): Unit[] {
  return sourcesOf(application).flatMap(({ path }) => (path === undefined ? [] : (unitAt(path, world) ?? [])));
}

/** Whether Argo CD can build a unit: without this file it would take the folder for plain objects. */
export function isBuildable({ path, files }: Unit): boolean {
  return files.has(`${path}/kustomization.yaml`);
}

function unitsByPath({ units }: World): ReadonlyMap<string, Unit> {
  return new Map(units.map(unit => [unit.path, unit]));
}
