import type { Query } from '../../lib/checks/queries/queries.ts';
import { parseQuery } from '../../lib/checks/queries/selector.ts';
import type { Matcher, Selector } from '../../lib/checks/queries/selector.ts';
import { seriesOf } from '../../lib/model/metric.ts';
import type { Emitter } from '../../lib/model/metric.ts';
import type { Read } from './program-contract.ts';

/** Who emits, and by which labels of its targets queries can tell it from others that emit the same. */
export interface Target {
  readonly emits: Emitter;
  readonly labels: Readonly<Record<string, readonly string[]>>;
}

/** What queries read of one program. */
export function readsOf(queries: readonly Query[], { emits, labels }: Target): Read[] {
  const series = seriesOf(emits);
  const own = new Set([...Object.values(emits.metrics).flatMap(metric => metric.labels), 'le', 'quantile']);
  return queries.flatMap(({ where, expr }) => {
    const { selectors, groupings } = parseQuery(expr);
    return selectors
      .filter(({ metric }) => metric !== undefined && series.includes(metric))
      .filter(selector => isAbout(selector, labels))
      .map(({ metric, matchers }): Read => {
        const ofProgram = matchers.filter(({ label }) => own.has(label));
        const named = [...ofProgram.map(({ label }) => label), ...groupings.filter(label => own.has(label))];
        return {
          where,
          series: metric!,
          // Groups of another metric in the same query are none of this one.
          labels: [...new Set(named)].filter(label => labelsOf(metric!, emits).includes(label)).sort(),
          waitsFor: ofProgram.filter(waits).map(({ label, operator, value }) => ({
            label,
            pattern: operator === '=' ? value.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&') : value,
          })),
        };
      });
  });
}

/** A place holder stands for a value that is known only when the query is asked. */
function waits({ operator, value }: Matcher): boolean {
  return !operator.startsWith('!') && value !== '' && !/%s|\$/.test(value);
}

function isAbout({ matchers }: Selector, labels: Target['labels']): boolean {
  return matchers.every(({ label, operator, value }) => {
    const values = labels[label];
    if (values === undefined || operator.startsWith('!') || value === '' || value.includes('$')) return true;
    return values.some(each => (operator === '=~' ? new RegExp(`^(?:${value})$`).test(each) : each === value));
  });
}

function labelsOf(series: string, { metrics }: Emitter): readonly string[] {
  const [, metric] = Object.entries(metrics).find(([name, { type }]) =>
    seriesOf({ metrics: { [name]: { type, labels: [] } } }).includes(series),
  )!;
  return metric.type === 'histogram' ? [...metric.labels, 'le'] : metric.labels;
}
