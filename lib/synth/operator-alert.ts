import { parser } from '@prometheus-io/lezer-promql';
import type { Alert } from '../model/alert.ts';
import type { Surroundings } from '../model/surroundings.ts';

/**
 * An alert of a component as the Prometheus of an operator must judge it. What that one reads of pods and containers by
 * itself has none of the labels that the jobs of the house give, so a namespace selects in their place, and the alert
 * brings them. What components of a sort have in common is judged for each of them apart, by its own namespace.
 */
export function operatorAlert(alert: Alert, component: string, surroundings: Surroundings): Alert {
  const { seriesLabel } = surroundings.platform.components[component]!;
  const ofOne = seriesLabel === undefined ? {} : { [seriesLabel]: component };
  const brought = { ...ofOne, ...surroundings.clusterOf(component).metricLabels };
  const namespace = surroundings.namespaceOf(component);
  return {
    ...alert,
    expr: narrowed(alert.expr, namespace, {
      given: ['component', ...Object.keys(ofOne)],
      all: seriesLabel !== undefined,
    }),
    summary: told(alert.summary, brought),
    runbook: told(alert.runbook, brought),
    labels: { ...brought, ...alert.labels },
  };
}

/** Which selectors are narrowed to a namespace: those by labels that are given, or all. */
interface Narrowing {
  readonly given: readonly string[];
  readonly all: boolean;
}

function narrowed(expr: string, namespace: string, { given, all }: Narrowing): string {
  const parts: string[] = [];
  let done = 0;
  parser.parse(expr).iterate({
    enter: ({ name, node }) => {
      if (name !== 'VectorSelector') return;
      const metric = node.getChild('Identifier');
      const text = ({ from, to }: { readonly from: number; readonly to: number }): string => expr.slice(from, to);
      const matchers = node.getChild('LabelMatchers')?.getChildren('UnquotedLabelMatcher') ?? [];
      const kept = matchers.filter(matcher => !given.includes(text(matcher.getChild('LabelName')!)));
      if (!all && kept.length === matchers.length) return;
      const selecting = [`namespace="${namespace}"`, ...kept.map(text)].join(', ');
      parts.push(expr.slice(done, node.from), `${metric ? text(metric) : ''}{${selecting}}`);
      done = node.to;
    },
  });
  return [...parts, expr.slice(done)].join('');
}

/** A text for people, with the labels that the series need not have. */
function told(text: string, labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels).reduce(
    (filled, [label, value]) => filled.replaceAll(`{{ $labels.${label} }}`, value),
    text,
  );
}
