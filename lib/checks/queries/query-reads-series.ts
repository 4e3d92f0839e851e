import { placedValues } from './placed-values.ts';
import { monitoredBy } from './monitored.ts';
import { unknownMetrics } from './unknown-metrics.ts';
import type { UnitRule } from '../rule.ts';
import { platformOf } from '../services.ts';

export const queryReadsSeries: UnitRule = {
  id: 'query-reads-series',
  why: 'An alert over series that nobody emits never fires, a panel stays empty, and neither says why.',
  fix: "Correct the query, or what the service says that it 'emits'.",

  checkUnit: ({ unit, world }) => {
    const files = monitoredBy(unit, world);
    if (Object.keys({ ...files.rules, ...files.dashboards }).length === 0) return [];
    try {
      return unknownMetrics(files, { platform: platformOf(unit, world), values: placedValues(unit, world) });
    } catch (error) {
      return [`holds what Prometheus or Grafana could not read: ${(error as Error).message}`];
    }
  },
};
