import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { serviceNameOf } from '../../../constructs/component-chart.ts';
import { inNoBase } from '../../../constructs/in-no-base.ts';
import { podLabels } from '../../../constructs/labels.ts';
import type { Alert } from '../../../model/alert.ts';
import { ruleGroup } from '../../../model/rule-group.ts';

/** The same alerts as the Prometheus operator reads them. */
export function prometheusRule(scope: Construct, alerts: readonly Alert[]): void {
  const object = new ApiObject(scope, 'PrometheusRule', {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: serviceNameOf(scope), labels: podLabels(scope) },
    spec: { groups: alerts.map(ruleGroup) },
  });
  inNoBase(object);
}
