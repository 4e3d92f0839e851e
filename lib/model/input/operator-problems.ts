import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { listed } from './did-you-mean.ts';
import { mistakesIn } from './form.ts';
import { forms } from './forms.ts';

/** The part of an operator's row that does not depend on its chart. */
export interface OperatorRow {
  readonly repository: string;
  readonly chart: string;
  readonly version: string;
  readonly namespace: string;
}

const where = 'argocd/operators.ts';

/** Namespaces that are there before any chart, and the one of Argo CD. */
const reserved = ['argocd', 'default', 'kube-node-lease', 'kube-public', 'kube-system'];

/**
 * Mistakes in the table of operators, and in what clusters name of it. Argo CD labels the namespace of a chart
 * `restricted` and deletes it with the chart, so it must be the chart's alone.
 *
 * @param argoCd Argo CD's own chart, the one that lives in its namespace
 */
export function operatorProblems(
  operators: Readonly<Record<string, OperatorRow>>,
  argoCd: OperatorRow,
  platform: Platform,
): Mistake[] {
  const names = Object.keys(operators);
  return [
    ...chartProblems('argocd', argoCd),
    ...Object.entries(operators).flatMap(([name, row]) => [
      ...chartProblems(name, row),
      ...namespaceProblems(name, row, platform),
    ]),
    ...platform.clusters.flatMap(cluster =>
      cluster.operators
        .filter(name => !names.includes(name))
        .map(name =>
          mistake(
            'unknown-name',
            `argocd/clusters.ts: '${cluster.name}'`,
            `operator '${name}' must be a row of argocd/operators.ts: ${listed(names, name)}`,
          ),
        ),
    ),
  ];
}

function chartProblems(name: string, { repository, chart, version, namespace }: OperatorRow): Mistake[] {
  const row = `${where}: '${name}'`;
  return [
    ...mistakesIn(row, forms.httpsUrl, repository, 'repository'),
    ...mistakesIn(row, forms.objectName, chart, 'chart'),
    ...mistakesIn(row, forms.exactVersion, version, 'version'),
    ...mistakesIn(row, forms.label, namespace, 'namespace'),
  ];
}

function namespaceProblems(name: string, { namespace }: OperatorRow, platform: Platform): Mistake[] {
  const owner = reserved.includes(namespace) ? 'Kubernetes or Argo CD' : componentIn(namespace, platform);
  if (owner === undefined) return [];
  const message = `'namespace' ('${namespace}') is that of ${owner}, a chart must have one of its own`;
  return [mistake('reserved', `${where}: '${name}'`, message)];
}

/** The component that has a namespace, in whichever environment. */
function componentIn(namespace: string, { components, environments }: Platform): string | undefined {
  const name = Object.keys(components).find(component => {
    const own = components[component]!.namespace ?? component;
    return environments.some(environment => `${own}-${environment.name}` === namespace);
  });
  return name === undefined ? undefined : `component '${name}'`;
}
