import { dirname, join, normalize } from 'node:path';
import { isMap } from '../yaml/json.ts';
import type { JsonMap } from '../yaml/json.ts';
import { listAt } from '../yaml/json-path.ts';
import { manifestsOf } from '../yaml/yaml-text.ts';

/** A folder with a kustomization, as a tree has it. */
export interface Kustomization {
  /** Path below the tree; `.` is the tree itself. */
  readonly folder: string;

  /** Whether it is only ever a part of others. */
  readonly isComponent: boolean;

  /** Folders of the tree that it builds on. */
  readonly bases: readonly string[];

  /** What would have to be fetched: bases and files of other repositories, and charts. */
  readonly remote: readonly string[];
}

/** The name that Kustomize looks for, in each of its spellings. */
export const isKustomization = (path: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);

/** Every kustomization of a tree, by its folder. @param files texts by path */
export function kustomizationsIn(files: ReadonlyMap<string, string>): ReadonlyMap<string, Kustomization> {
  const paths = [...files.keys()].filter(isKustomization);
  const folders = new Set(paths.map(path => dirname(path)));
  return new Map(
    paths.map(path => [dirname(path), kustomizationOf(dirname(path), contentOf(files.get(path)!), folders)]),
  );
}

/** What some kustomization would have to fetch, itself or by what it builds on: by the folder that says so. */
export function fetchedBy(
  folder: string,
  all: ReadonlyMap<string, Kustomization>,
  seen = new Set<string>(),
): [folder: string, remote: string][] {
  const kustomization = all.get(folder);
  if (!kustomization || seen.has(folder)) return [];
  seen.add(folder);
  return [
    ...kustomization.remote.map((remote): [string, string] => [folder, remote]),
    ...kustomization.bases.flatMap(base => fetchedBy(base, all, seen)),
  ];
}

function kustomizationOf(folder: string, content: JsonMap, folders: ReadonlySet<string>): Kustomization {
  const entries = ['resources', 'bases', 'components', 'crds', 'transformers', 'generators']
    .flatMap(field => listAt(content, field))
    .filter(entry => typeof entry === 'string');
  const bases = entries
    .map(entry => normalize(join(folder, entry)).replace(/(.)\/$/, '$1'))
    .filter(path => folders.has(path));
  const files = ['configMapGenerator', 'secretGenerator']
    .flatMap(field => listAt(content, field))
    .flatMap(generator => ['files', 'envs'].flatMap(field => listAt(generator, field)))
    .filter(entry => typeof entry === 'string')
    .map(entry => entry.replace(/^[^=:/]*=/, ''));
  const charts = ['helmCharts', 'helmChartInflationGenerator'].flatMap(field => listAt(content, field));
  return {
    folder,
    isComponent: content.kind === 'Component',
    bases: [...new Set(bases)],
    remote: [...[...entries, ...files].filter(isRemote), ...charts.map(chart => `chart '${nameOf(chart)}'`)],
  };
}

function nameOf(chart: unknown): string {
  return isMap(chart) && typeof chart.name === 'string' ? chart.name : '';
}

/** An address, or a host with a path as Kustomize takes it for a repository. */
function isRemote(entry: string): boolean {
  return /^[a-z][a-z0-9+.-]*:|^git@|[?&](?:ref|version)=|^(?:www\.)?(?:github|gitlab|bitbucket)\.\w+\//i.test(entry);
}

/** One that cannot be read is told of by Kustomize. */
function contentOf(text: string): JsonMap {
  try {
    return manifestsOf(text)[0] ?? {};
  } catch {
    return {};
  }
}
