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

  /** All clusters; it runs on the first. */
  readonly clusters: readonly Cluster[];

  /** How it reaches each cluster that it does not run on, by the name of that one. */
  readonly access: ReadonlyMap<string, readonly Manifest[]>;

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
  clusters,
  access,
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
      yamlText(valuesOn(argoCd, clusters[0]!), {
        header: `${header('argocd/charts/argo-cd.ts')}\n${install}`,
      }),
    ],
    ...[...access].map(([cluster, manifests]): [string, string] => [
      `${bootstrapPath}/access-${cluster}.yaml`,
      documents(manifests, 'lib/argocd/cluster-access.ts'),
    ]),
    [`${bootstrapPath}/secrets.txt`, textFile(secretsHead, secretEntries)],
    [`${bootstrapPath}/ports.txt`, textFile(portsHead, publishedPorts(clusters))],
  ]);
}

/** Sorted by name, since the order of people's tables must not show; a namespace comes before what lies in it. */
function documents(manifests: readonly Manifest[], editInstead: string): string {
  const key = ({ kind, metadata: { name } }: Manifest): string => `${kind === 'Namespace' ? 0 : 1} ${name} ${kind}`;
  const [first, ...others] = [...manifests].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return [yamlText(first!, { header: header(editInstead) }), ...others.map(each => yamlText(each))].join('---\n');
}

const secretsHead = [
  header('the secrets that services refer to'),
  'Entries that Secret Manager must have before the first sync, and the subject that each is granted to.',
];

const portsHead = [
  header('argocd/clusters.ts'),
  'Node ports that a cluster publishes when it is made, where it cannot publish another one later.',
];

/** `<cluster> <port>` for each, in the order of the numbers. */
function publishedPorts(clusters: readonly Cluster[]): string[] {
  return clusters.flatMap(({ name, publishedNodePorts = [] }) =>
    [...publishedNodePorts].sort((one, other) => one - other).map(port => `${name} ${port}`),
  );
}

function textFile(head: readonly string[], lines: readonly string[]): string {
  return [...head.map(line => `# ${line}`), ...lines, ''].join('\n');
}
