import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { serviceNameOf } from '../../../constructs/component-chart.ts';
import { podLabels } from '../../../constructs/labels.ts';
import type { AlertGroup } from './alert.ts';
import { ruleGroup } from './rule-files.ts';

/** The same alerts as the Prometheus operator reads them. */
export function prometheusRule(scope: Construct, groups: readonly AlertGroup[]): void {
  new ApiObject(scope, 'PrometheusRule', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: serviceNameOf(scope), labels: podLabels(scope) },
    spec: { groups: groups.map(ruleGroup) },
  });
}
