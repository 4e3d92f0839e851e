import { Construct } from 'constructs';
import { ComponentChart } from '../../../constructs/component-chart.ts';
import { sized } from '../../../constructs/sizing.ts';
import type { Sizing } from '../../../constructs/sizing.ts';
import { alertsOf } from '../../../model/alerts-of.ts';
import type { AlertTuning } from '../../../model/alerts-of.ts';
import type { Duration, Storage } from '../../../model/amounts.ts';
import { centralScraping } from '../scrape/central-config.ts';
import { prometheusRule } from './prometheus-rule.ts';
import { PrometheusServer } from './prometheus-server.ts';
import { ruleFiles } from './rule-files.ts';

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

/** Scrapes all clusters, stores what it finds, and raises the alerts. */
export class Prometheus extends Construct {
  constructor(scope: Construct, id: string, props: PrometheusProps = {}) {
    super(scope, id);

    const { retention = '7d', storage = '5Gi', prometheusRule: forOperator = false } = props;
    const alerts = alertsOf(ComponentChart.of(this).surroundings, props.alerts);

    new PrometheusServer(this, 'Default', {
      scraping: centralScraping(this, '/etc/prometheus/rules/*.yml'),
      rules: { name: 'rules', mountPath: '/etc/prometheus/rules', reloads: true, files: ruleFiles(alerts) },
      retention,
      storage,
      sizing: sized(props, { cpu: '100m', cpuLimit: '500m', memory: '256Mi', memoryLimit: '512Mi', scratch: '256Mi' }),
    });
    if (forOperator) prometheusRule(this, alerts);
  }
}
