import { chmodSync, cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { execute } from '../processes/execute.ts';
import { tool } from '../toolbox/build.ts';
import { downloaded } from '../toolbox/module-folder.ts';
import { certManager, externalSecrets } from '../toolbox/published-modules.ts';
import { documents } from './documents.ts';
import type { Delivered } from './delivered.ts';

/** Charts that lie in a published module of their operator, by their names. */
const charts = {
  'cert-manager': { module: certManager, folder: 'deploy/charts/cert-manager' },
  'external-secrets': { module: externalSecrets, folder: 'deploy/charts/external-secrets' },
};

/** A chart as an Application asks for it, rendered. */
export interface RenderedChart {
  /** `cert-manager v1.21.2`, with the version that stands for another one where it does. */
  readonly title: string;
  readonly objects: readonly Manifest[];
}

/**
 * What an Application makes of its real chart: the namespace with its labels, and everything that the chart renders
 * from the Application's values. Undefined when the chart is not published where it can be had.
 *
 * @param kubernetes minor version of the cluster, @param folder for the chart's files
 */
export async function renderedChart(
  { manifest, namespace, chart }: Delivered,
  kubernetes: string,
  folder: string,
): Promise<RenderedChart | undefined> {
  if (!chart || !Object.hasOwn(charts, chart.name)) return undefined;
  const {
    source: { helm },
    syncPolicy,
  } = manifest['spec'] as unknown as Asked;
  const { module, folder: place } = charts[chart.name as keyof typeof charts];

  const own = join(folder, manifest.metadata.name);
  copyChart(join(await downloaded(module), place), own);
  const values = join(own, 'values-of-application.yaml');
  writeFileSync(values, stringify(helm.valuesObject));
  const text = await execute(tool('helm'), [
    'template',
    helm.releaseName,
    own,
    '--namespace',
    namespace,
    '--values',
    values,
    '--include-crds',
    '--kube-version',
    `${kubernetes}.0`,
  ]);
  const instead = module.version.endsWith(chart.version) ? '' : `, in place of ${chart.version}`;
  const metadata = { name: namespace, ...syncPolicy.managedNamespaceMetadata };
  return {
    title: `${chart.name} ${module.version}${instead}`,
    objects: [{ apiVersion: 'v1', kind: 'Namespace', metadata }, ...documents(text)],
  };
}

interface Asked {
  readonly source: { readonly helm: { readonly releaseName: string; readonly valuesObject: JsonMap } };
  readonly syncPolicy: { readonly managedNamespaceMetadata?: JsonMap };
}

/** Files of modules cannot be written, and the charts that it depends on are not there; none is switched on. */
function copyChart(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const entry of readdirSync(to, { recursive: true, withFileTypes: true })) {
    chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
  chmodSync(to, 0o755);
  rmSync(join(to, 'Chart.lock'), { force: true });
  const file = join(to, 'Chart.yaml');
  const { dependencies: _, ...chart } = parse(readFileSync(file, 'utf8')) as JsonMap;
  writeFileSync(file, stringify(chart));
}
