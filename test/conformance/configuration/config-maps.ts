import { join } from 'node:path';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { applications, built } from '../platform/delivered.ts';

/** The files in one ConfigMap of one Application. */
export interface ConfigFiles {
  /** `prod-monitoring/prometheus-config`. */
  readonly title: string;
  readonly application: string;
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Every ConfigMap that the Applications of a `dist/` deliver to the clusters. */
export async function configMaps(dist: string): Promise<ConfigFiles[]> {
  const found = await Promise.all(
    applications(dist).map(async ({ name, path }) =>
      path === undefined
        ? []
        : (await built(join(dist, '..', path))).filter(isConfigMap).map(map => filesOf(name, map)),
    ),
  );
  return found.flat();
}

function isConfigMap({ kind }: Manifest): boolean {
  return kind === 'ConfigMap';
}

function filesOf(application: string, { metadata: { name }, data }: Manifest): ConfigFiles {
  return { title: `${application}/${name}`, application, name, files: (data ?? {}) as Record<string, string> };
}

/** Whether a ConfigMap holds what a program is started with; a scrape job may have a file of the same name. */
export function isConfig(file: string): (map: ConfigFiles) => boolean {
  return ({ name, files }) => name.endsWith('-config') && file in files;
}
