import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { execute } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';
import { clusters } from './clusters.ts';
import { documents } from './documents.ts';

/** A chart of others. */
export interface Chart {
  readonly repository: string;
  readonly name: string;
  readonly version: string;
}

/** An Application as `dist/` has it. */
export interface Delivered {
  readonly name: string;

  /** Name of the cluster that receives it. */
  readonly cluster: string;
  readonly environment?: string;
  readonly wave: number;

  /** Namespace of what does not say its own. */
  readonly namespace: string;

  /** Folder of the repository, unless it delivers a chart. */
  readonly path?: string;
  readonly chart?: Chart;
  readonly manifest: Manifest;
}

/** Every Application below the roots of a `dist/`, in the order of the waves. */
export function applications(dist: string): Delivered[] {
  const folder = join(dist, 'argocd', 'roots');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    file => file.endsWith('.yaml') && !file.endsWith('kustomization.yaml'),
  );
  return files
    .map(file => delivered(parse(readFileSync(join(folder, file), 'utf8')) as Manifest))
    .sort((one, other) => one.wave - other.wave || one.name.localeCompare(other.name));
}

/** The objects of one folder of `dist/`, built by Kustomize. */
export async function built(folder: string): Promise<Manifest[]> {
  return documents(await execute(tool('kustomize'), ['build', folder]));
}

function delivered(manifest: Manifest): Delivered {
  const { annotations = {}, labels = {} } = manifest.metadata as unknown as Record<string, Record<string, string>>;
  const spec = manifest['spec'] as JsonMap;
  const destination = spec['destination'] as Readonly<Record<string, string>>;
  const source = spec['source'] as Readonly<Record<string, string>>;
  const row = clusters.find(({ argocdName }) => argocdName === destination['name']);
  if (!row) throw new Error(`${manifest.metadata.name}: its destination is no row of the table of clusters`);

  return {
    name: manifest.metadata.name,
    cluster: row.name,
    ...(labels['plainsail.dev/environment'] && { environment: labels['plainsail.dev/environment'] }),
    wave: Number(annotations['argocd.argoproj.io/sync-wave'] ?? 0),
    namespace: destination['namespace'] ?? 'default',
    ...(source['path'] !== undefined && { path: source['path'] }),
    ...(source['chart'] !== undefined && {
      chart: { repository: source['repoURL']!, name: source['chart'], version: source['targetRevision']! },
    }),
    manifest,
  };
}
