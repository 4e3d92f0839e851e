import { header } from '../kustomize/kustomize-folder.ts';
import type { Cluster } from '../model/cluster.ts';
import { valuesOn } from '../model/helm-chart.ts';
import type { HelmChart } from '../model/helm-chart.ts';
import type { Manifest } from '../model/manifest.ts';
import { yamlText } from '../yaml/yaml-text.ts';

/** Folder of what a person applies once; no Application reads it. */
export const bootstrapPath = 'argocd/bootstrap';

/** What the files of the bootstrap are made of. */
export interface BootstrapParts {
  readonly settings: readonly Manifest[];
  readonly projects: readonly Manifest[];
  readonly roots: readonly Manifest[];

  /** Argo CD's own chart, whose values a person installs it with. */
  readonly argoCd: HelmChart;

  /** The cluster that it runs on. */
  readonly home: Cluster;

  /** Entries that Secret Manager must have, and who reads each. */
  readonly secretEntries: readonly string[];
}

/**
 * The files that bring an empty cluster to where Argo CD does the rest. The numbers are the order; Argo CD's chart
 * is installed with `argocd-values.yaml` between the first and the second. Settings and projects are the very
 * objects that Argo CD manages from then on.
 */
export function bootstrapFiles({
  settings,
  projects,
  roots,
  argoCd,
  home,
  secretEntries,
}: BootstrapParts): Map<string, string> {
  const { chart, repository, version } = argoCd;
  const install = `Values of the chart ${chart} ${version} of ${repository}: see docs/bootstrap.md.`;
  return new Map([
    [`${bootstrapPath}/1-settings.yaml`, documents(settings, 'lib/argocd/settings.ts')],
    [`${bootstrapPath}/2-projects.yaml`, documents(projects, 'lib/argocd/project.ts')],
    [`${bootstrapPath}/3-roots.yaml`, documents(roots, 'lib/argocd/root-application.ts')],
    [
      `${bootstrapPath}/argocd-values.yaml`,
      yamlText(valuesOn(argoCd, home), {
        header: `${header('argocd/charts/argo-cd.ts')}\n${install}`,
      }),
    ],
    [`${bootstrapPath}/secrets.txt`, textFile(secretEntries)],
  ]);
}

/** Sorted by name, since the order of people's tables must not show. */
function documents(manifests: readonly Manifest[], editInstead: string): string {
  const [first, ...others] = [...manifests].sort((a, b) => (a.metadata.name < b.metadata.name ? -1 : 1));
  return [yamlText(first!, { header: header(editInstead) }), ...others.map(each => yamlText(each))].join('---\n');
}

function textFile(lines: readonly string[]): string {
  const head = [
    header('the secrets that services refer to'),
    'Entries that Secret Manager must have before the first sync, and the subject that each is granted to.',
  ];
  return [...head.map(line => `# ${line}`), ...lines, ''].join('\n');
}
