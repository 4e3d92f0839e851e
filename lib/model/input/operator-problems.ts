import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Cluster } from '../cluster.ts';
import { valuesOn } from '../helm-chart.ts';
import type { HelmChart } from '../helm-chart.ts';
import { namespaceIn } from '../namespace.ts';
import type { Platform, Rows } from '../platform.ts';
import { chartForms } from './chart-forms.ts';
import { programForm, programProblems } from './program-problems.ts';
import { fields, isObject, list, map, own } from './collections.ts';
import { listed } from './did-you-mean.ts';
import { formOf, mistakesIn, optional } from './form.ts';
import { forms } from './forms.ts';
import { shown } from './shown.ts';

const where = 'argocd/operators.ts';

/** Namespaces that are there before any chart, and the one of Argo CD. */
const reserved = ['argocd', 'default', 'kube-node-lease', 'kube-public', 'kube-system'];

const kinds = list(chartForms.kind);

const chartForm = fields<HelmChart>({
  repository: chartForms.repository,
  chart: chartForms.chart,
  version: chartForms.version,
  namespace: forms.label,
  values: formOf('must be an object, or a function that gives one for a cluster', value =>
    isObject(value) || typeof value === 'function' ? undefined : 'wrong-type',
  ),
  kinds: fields<HelmChart['kinds']>({ cluster: kinds, namespaced: kinds }),
  alsoWritesTo: optional(list(forms.label, 1)),
  dashboard: optional(forms.object),
  podSecurity: optional(chartForms.podSecurity),
  programs: optional(list(programForm)),
  alerts: optional(map(forms.object)),
});

/** Mistakes in the charts of operators and of Argo CD itself, each by itself. */
export function operatorRowProblems({ operators, argoCd }: Pick<Rows, 'operators' | 'argoCd'>): Mistake[] {
  if (!isObject(operators)) return [mistake('wrong-type', where, 'must be a table of charts')];
  return Object.entries({ argocd: argoCd, ...operators }).flatMap(([name, chart]) => {
    const place = `${where}: '${name}'`;
    const mistakes = mistakesIn(place, chartForm, chart);
    return mistakes.length > 0 ? mistakes : programProblems(place, chart.programs ?? []);
  });
}

/**
 * What operators and other tables say of each other. Argo CD labels the namespace of a chart `restricted` and deletes
 * it with the chart, so it must be the chart's alone.
 */
export function operatorProblems(platform: Platform): Mistake[] {
  const names = Object.keys(platform.operators);
  return [
    ...Object.entries(platform.operators).flatMap(([name, chart]) => namespaceProblems(name, chart, platform)),
    ...platform.clusters.flatMap(cluster => valueProblems(cluster, platform)),
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

function namespaceProblems(name: string, { namespace }: HelmChart, platform: Platform): Mistake[] {
  const owner = reserved.includes(namespace) ? 'Kubernetes or Argo CD' : componentIn(namespace, platform);
  if (owner === undefined) return [];
  const message = `'namespace' ('${namespace}') is that of ${owner}, a chart must have one of its own`;
  return [mistake('reserved', `${where}: '${name}'`, message)];
}

/** The component that has a namespace, in whichever environment. */
function componentIn(namespace: string, { components, environments }: Platform): string | undefined {
  const name = Object.keys(components).find(component =>
    environments.some(environment => namespaceIn(environment.name, component, components[component]) === namespace),
  );
  return name === undefined ? undefined : `component '${name}'`;
}

/** Values that a function gives for a cluster. */
function valueProblems(cluster: Cluster, { operators, argoCd, clusters }: Platform): Mistake[] {
  const charts = cluster === clusters[0] ? { ...operators, argocd: argoCd } : operators;
  const names = [...cluster.operators, ...(cluster === clusters[0] ? ['argocd'] : [])];
  return names.flatMap(name => {
    const chart = own(charts, name) as HelmChart | undefined;
    if (typeof chart?.values !== 'function') return [];
    const place = `${where}: '${name}': values on cluster '${cluster.name}'`;
    try {
      const values = valuesOn(chart, cluster);
      return isObject(values) ? [] : [mistake('wrong-type', place, `${shown(values)} must be an object`)];
    } catch (error) {
      return [mistake('refused', place, `cannot be told (${String(error)})`)];
    }
  });
}
