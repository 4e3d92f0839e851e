import { componentLabel } from '../model/labels.ts';
import { ruleGroup } from '../model/rule-group.ts';
import { guarded } from '../model/sync.ts';
import type { Answer } from './answer.ts';
import { foundByRelease } from './monitors.ts';

/** Alerts that the Prometheus of an operator judges: the same groups as in the rule files of the house. */
export const prometheusRules: Answer<'watch'> = {
  to: 'watch',
  recipient: 'component',
  objects: (component, asked) => [
    {
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: {
        name: component,
        labels: { [componentLabel]: component, ...foundByRelease },
        annotations: guarded('kindComesLater'),
      },
      spec: { groups: asked.flatMap(({ what }) => what.map(ruleGroup)) },
    },
  ],
};
