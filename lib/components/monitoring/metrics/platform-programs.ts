import { modelMetrics } from '../../edge-models/model-metrics.ts';
import type { Program } from './program.ts';

/** Metrics about a scrape itself, which a server adds to every target. */
export const scraping: Program = {
  name: 'a scrape',
  metrics: {
    scrape_duration_seconds: { type: 'gauge', labels: [] },
    scrape_samples_scraped: { type: 'gauge', labels: [] },
    up: { type: 'gauge', labels: [] },
  },
};

/** What a server writes down about the alerts that it evaluates. */
export const ruleEvaluation: Program = {
  name: 'the evaluation of rules',
  metrics: { ALERTS: { type: 'gauge', labels: ['alertname', 'alertstate', 'severity'] } },
};

/** Models of our own: their metrics are a contract, stated beside their construct. */
export const modelImage: Program = { name: 'a model image', metrics: modelMetrics };

/** Prometheus about itself. */
export const prometheus: Program = {
  name: 'Prometheus',
  version: '3.15',
  metrics: {
    prometheus_notifications_errors_total: { type: 'counter', labels: ['alertmanager'] },
    prometheus_tsdb_head_series: { type: 'gauge', labels: [] },
    prometheus_tsdb_storage_blocks_bytes: { type: 'gauge', labels: [] },
    prometheus_tsdb_retention_limit_bytes: { type: 'gauge', labels: [] },
  },
};

/** Alertmanager about itself. */
export const alertmanager: Program = {
  name: 'Alertmanager',
  version: '0.25',
  metrics: {
    alertmanager_alerts: { type: 'gauge', labels: ['state'] },
    alertmanager_notifications_failed_total: { type: 'counter', labels: ['integration'] },
    alertmanager_notifications_total: { type: 'counter', labels: ['integration'] },
  },
};

/** Bento. Its `label` is the label of the component in the pipeline. */
export const bento: Program = {
  name: 'Bento',
  version: '1.20',
  metrics: {
    input_received: { type: 'counter', labels: ['label', 'path'] },
    output_error: { type: 'counter', labels: ['label', 'path'] },
    output_sent: { type: 'counter', labels: ['label', 'path'] },
    processor_error: { type: 'counter', labels: ['label', 'path'] },
  },
};

/** MLflow with `--expose-prometheus`. */
export const mlflow: Program = {
  name: 'MLflow',
  version: '3.17',
  metrics: {
    mlflow_http_request_duration_seconds: { type: 'histogram', labels: ['method', 'mlflow_version', 'status'] },
    mlflow_http_request_total: { type: 'counter', labels: ['method', 'status'] },
  },
};

/** Grafana: only whether it answers is of interest. */
export const grafana: Program = { name: 'Grafana', metrics: {} };
