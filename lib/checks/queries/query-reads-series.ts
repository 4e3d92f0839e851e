import { unknownMetrics } from './unknown-metrics.ts';
import type { Manifest } from '../../model/manifest.ts';
import { mapAt, textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';

export const queryReadsSeries: ObjectRule = {
  id: 'query-reads-series',
  why: 'An alert over series that nobody emits never fires, a panel stays empty, and neither says why.',
  fix: 'Correct the query, or add what is scraped to lib/components/monitoring/metrics/.',
  kinds: ['ConfigMap'],

  check: (manifest, { unit }) => {
    const files = mapAt(manifest, 'data') as Readonly<Record<string, string>>;
    const { name } = manifest.metadata;
    const rules = name.endsWith('-rules') ? files : {};
    const dashboards = name.endsWith('-dashboards') ? files : {};
    const config = unit.manifests.map(configIn).find(text => text !== undefined);
    if (config === undefined || Object.keys({ ...rules, ...dashboards }).length === 0) return [];

    try {
      return unknownMetrics({ config, rules, dashboards });
    } catch (error) {
      return [`holds what Prometheus or Grafana could not read: ${(error as Error).message}`];
    }
  },
};

/** The server's configuration, beside which its rules and the dashboards of its series lie. */
function configIn(manifest: Manifest): string | undefined {
  return manifest.kind === 'ConfigMap' ? textAt(manifest, 'data', 'prometheus.yml') : undefined;
}
