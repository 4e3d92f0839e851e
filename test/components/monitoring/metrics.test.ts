import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { emitterOfJob } from '../../../lib/checks/queries/emitted.ts';
import type { Monitored } from '../../../lib/checks/queries/monitored.ts';
import { unknownMetrics } from '../../../lib/checks/queries/unknown-metrics.ts';
import type { Metric } from '../../../lib/model/metric.ts';
import { filesOf, exampleEnvironment, examplePlatform, rendered } from '../../fixtures/example-platform.ts';

const known = { platform: examplePlatform(), values: { component: ['mlflow', 'edge-models', 'callcenter'] } };

test.each([
  ['dev', exampleEnvironment('dev')],
  ['prod', exampleEnvironment('prod')],
  ['prod with the models on the same cluster', exampleEnvironment('prod', { placement: { 'edge-models': 'gcp' } })],
  ['prod with MLflow on the edge', exampleEnvironment('prod', { placement: { mlflow: 'edge' } })],
  ['prod without models', exampleEnvironment('prod', { placement: { 'edge-models': 'none' } })],
])('in %s alerts and panels read only what is scraped', (_, environment) => {
  const rendering = rendered('monitoring', environment);

  expect(
    unknownMetrics(
      {
        configs: { ...filesOf(rendering, 'prometheus-config'), ...filesOf(rendering, 'prometheus-scrape') },
        rules: filesOf(rendering, 'prometheus-rules'),
        dashboards: filesOf(rendering, 'grafana-dashboards'),
      },
      known,
    ),
  ).toEqual([]);
});

test.each([
  [
    'a metric nobody emits',
    'sum(mlflow_model_accuracy)',
    "reads metric 'mlflow_model_accuracy', which no scraped program emits",
  ],
  ['a job that is not scraped', 'up{job="kafka"}', "reads job 'kafka', which is not scraped"],
  [
    'a metric of a program that is not scraped',
    'model_accuracy',
    "reads metric 'model_accuracy', which no scraped program emits",
  ],
  [
    'a metric of another job',
    'mlflow_http_request_total{job="prometheus"}',
    "reads metric 'mlflow_http_request_total' of a job that does not emit it",
  ],
  [
    'a metric of no job that the pattern leaves',
    'mlflow_http_request_total{job!~"ml.*"}',
    "reads metric 'mlflow_http_request_total' of a job that does not emit it",
  ],
  [
    'a label that the metric lacks',
    'mlflow_http_request_total{code="500"}',
    "reads label 'code' of metric 'mlflow_http_request_total', which has none",
  ],
  [
    'a rate of a gauge',
    'rate(prometheus_tsdb_head_series[5m])',
    "takes rate() of metric 'prometheus_tsdb_head_series', which is no counter",
  ],
  [
    'a rate of a gauge, some time ago',
    'rate(prometheus_tsdb_head_series[5m] offset 1h)',
    "takes rate() of metric 'prometheus_tsdb_head_series', which is no counter",
  ],
  [
    'a histogram without its suffix',
    'mlflow_http_request_duration_seconds',
    "reads metric 'mlflow_http_request_duration_seconds', which no scraped program emits",
  ],
  ['a misspelt grouping', 'sum by (cluser) (up)', "groups by 'cluser', which no metric of it has"],
  ['any series', '{job="mlflow"}', 'selects series without naming their metric'],
  ['no PromQL', 'sum(up', "is no PromQL at ''"],
  [
    'a range in which there are less than two scrapes',
    'rate(mlflow_http_request_total[20s])',
    "reads 'mlflow_http_request_total[20s]', which must hold two scrapes, 30 s at the least",
  ],
  [
    'a component that is not there',
    'up{component="mlfow"}',
    "waits for component 'mlfow' of metric 'up', which it never has",
  ],
  [
    'a value that a label never has, in a pattern',
    'kube_pod_status_phase{phase=~"Pending|Runing"}',
    "waits for phase 'Runing' of metric 'kube_pod_status_phase', which it never has",
  ],
])('finds %s', (_, expr, problem) => {
  expect(unknownMetrics(withAlert(expr), known)).toEqual([`alert 'Example' ${problem}`]);
});

test.each([
  'sum by (le) (rate(mlflow_http_request_duration_seconds_bucket{method="GET"}[5m] offset 1h))',
  'count(ALERTS{alertname="Example"}) or vector(0)',
  '{__name__="up", job=~"mlflow|prometheus"} == 0',
  'max_over_time(prometheus_tsdb_head_series{cluster="x"}[1h:5m])',
])('accepts %s', expr => {
  expect(unknownMetrics(withAlert(expr), known)).toEqual([]);
});

test('does not count a job of which nothing is stored', () => {
  const reachability = { job_name: 'mlflow', metric_relabel_configs: [{ action: 'drop', regex: '.*' }] };
  const config = JSON.stringify({ scrape_configs: [reachability] });

  expect(unknownMetrics({ ...withAlert('mlflow_http_request_total'), configs: { 'a.yml': config } }, known)).toEqual([
    "alert 'Example' reads metric 'mlflow_http_request_total', which no scraped program emits",
  ]);
});

test('looks into the queries of panels and of texts, too', () => {
  const files = withAlert('up', '{{ with printf "min(lost{model=\'%s\'})" $labels.model | query }}{{ . }}{{ end }}');
  const dashboard = { title: 'Page', panels: [{ title: 'Picture', targets: [{ expr: 'gone' }] }] };

  expect(unknownMetrics({ ...files, dashboards: { 'page.json': JSON.stringify(dashboard) } }, known)).toEqual([
    "annotation 'summary' of alert 'Example' reads metric 'lost', which no scraped program emits",
    "panel 'Picture' of dashboard 'Page' reads metric 'gone', which no scraped program emits",
  ]);
});

// Lists that the programs printed themselves lie beside the repository where it is developed; nothing needs them.
const lists = resolve(import.meta.dirname, '../../../../shared/metrics');
const listed: readonly (readonly [job: string, list: string])[] = [
  ['alert-bridge', 'bento'],
  ['alertmanager', 'alertmanager'],
  ['argocd-application-controller', 'argocd-application-controller'],
  ['kube-state-metrics', 'kube-state-metrics'],
  ['kubernetes-apiservers', 'kube-apiserver'],
  ['kubernetes-cadvisor', 'cadvisor'],
  ['callcenter-postgres', 'postgres_exporter'],
  ['callcenter-redis', 'redis_exporter'],
  ['mlflow', 'mlflow'],
  ['prometheus', 'prometheus'],
];

const emitters = emitterOfJob(examplePlatform());

if (existsSync(lists)) {
  test.each(listed)('the catalogue of job %s says what the program printed in %s.txt', (job, list) => {
    const printed = metricsIn(readFileSync(`${lists}/${list}.txt`, 'utf8'));
    const wrong = Object.entries(emitters.get(job)!.metrics).filter(
      ([name, { type, labels }]) => !isPrinted(printed.get(name), type, labels),
    );

    expect(wrong.map(([name]) => name)).toEqual([]);
  });
} else {
  test.todo('the catalogue was not compared with what programs printed: their lists are not beside this repository');
}

function withAlert(expr: string, summary = 'Text.'): Monitored {
  const rule = { alert: 'Example', expr, annotations: { summary } };
  return {
    configs: {
      'prometheus.yml': JSON.stringify({ global: { scrape_interval: '15s' } }),
      'jobs.yml': JSON.stringify({
        scrape_configs: ['kube-state-metrics', 'mlflow', 'prometheus'].map(name => ({ job_name: name })),
      }),
    },
    rules: { 'example.yml': JSON.stringify({ groups: [{ rules: [rule] }] }) },
    dashboards: {},
  };
}

interface Printed {
  readonly type: string;
  readonly labels: readonly string[];
}

/** Lines such as `name counter {label,label}`. */
function metricsIn(text: string): Map<string, Printed> {
  return new Map(
    [...text.matchAll(/^([a-z]\w*) (\w+) \{(.*)\}$/gm)].map(([, name, type, labels]) => [
      name!,
      { type: type!, labels: labels!.split(',') },
    ]),
  );
}

// The list of cAdvisor gives the same labels for all containers; disks also have a device.
function isPrinted(printed: Printed | undefined, type: Metric['type'], labels: readonly string[]): boolean {
  return printed?.type === type && labels.every(label => printed.labels.includes(label) || label === 'device');
}
