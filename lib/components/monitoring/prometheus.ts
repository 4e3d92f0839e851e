import { Construct } from 'constructs';
import { ComponentChart } from '../../constructs/component-chart.ts';
import type { Sizing } from '../../constructs/sizing.ts';
import type { Duration, Storage } from '../../model/amounts.ts';
import { alertGroups } from './alerts/alert-groups.ts';
import type { AlertTuning } from './alerts/alert-groups.ts';
import { alertFacts } from './alerts/facts.ts';
import { prometheusRule } from './alerts/prometheus-rule.ts';
import { ruleFiles } from './alerts/rule-files.ts';
import { PrometheusServer } from './prometheus-server.ts';
import { centralConfig } from './scrape/central-config.ts';

/** Properties for `Prometheus`. */
export interface PrometheusProps extends Sizing {
  /** How long series are kept, if `storage` suffices. @default '7d' */
  readonly retention?: Duration;

  /** Disk for series; a fifth of it is kept free. @default '5Gi' */
  readonly storage?: Storage;

  /** Thresholds and waiting times of single alerts, where they differ from the alert's own. @default - none do */
  readonly alerts?: AlertTuning;

  /** Whether the alerts are also rendered for the Prometheus operator, where a cluster has it. @default false */
  readonly prometheusRule?: boolean;
}

/** Scrapes both clusters, stores what it finds, and raises the alerts. Figures: requirements 003-W21 to W24. */
export class Prometheus extends Construct {
  constructor(scope: Construct, id: string, props: PrometheusProps = {}) {
    super(scope, id);

    const {
      cpu = '100m',
      cpuLimit = '500m',
      memory = '256Mi',
      memoryLimit = '512Mi',
      scratch = '256Mi',
      retention = '7d',
      storage = '5Gi',
      alerts = {},
      prometheusRule: forOperator = false,
    } = props;
    const groups = alertGroups(alertFacts(ComponentChart.of(this).surroundings), alerts);

    new PrometheusServer(this, 'Default', {
      endpoint: 'prometheus',
      config: centralConfig(this, '/etc/prometheus/rules/*.yml'),
      rules: { name: 'rules', mountPath: '/etc/prometheus/rules', files: ruleFiles(groups) },
      retention,
      storage,
      sizing: { cpu, cpuLimit, memory, memoryLimit, scratch },
    });
    if (forOperator) prometheusRule(this, groups);
  }
}
