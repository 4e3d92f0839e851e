import type { AlertCase } from './alert-case.ts';

const target = 'cluster="near", component="callcenter", namespace="callcenter"';
const agent = `${target}, job="agent-service"`;
const place = { cluster: 'near', namespace: 'callcenter' };
const warning = { ...place, severity: 'warning' };
const critical = { ...place, severity: 'critical' };

const latency = (le: string): string =>
  `agent_request_duration_seconds_bucket{${agent}, model_used="tfidf", le="${le}"}`;
const requests = (status: string): string =>
  `agent_requests_total{${agent}, endpoint="/predict", model_used="tfidf", status="${status}"}`;

// Fast for ten minutes, then two seconds for each, then fast again.
const slowFor20 = {
  [latency('0.25')]: '0+60x10 600x20 600+60x30',
  [latency('0.5')]: '0+60x10 600x20 600+60x30',
  [latency('1')]: '0+60x10 600x20 600+60x30',
  [latency('2.5')]: '0+60x61',
  [latency('+Inf')]: '0+60x61',
};

const failing = (perMinute: number): Readonly<Record<string, string>> => ({
  [requests('success')]: '0+60x60',
  [requests('failed')]: `0x10 0+${perMinute}x20 ${perMinute * 20}x30`,
});

/** Alerts about the agent of the call center. */
export const callcenterCases: readonly AlertCase[] = [
  { alert: 'CallCenterHighLatencyP95', series: slowFor20, quiet: [9, 11, 45], fires: [15, 30], labels: warning },
  { alert: 'CallCenterHighLatencyP99', series: slowFor20, quiet: [9, 11, 45], fires: [15, 30], labels: critical },
  { alert: 'CallCenterHighErrorRate', series: failing(10), quiet: [9, 11, 45], fires: [20, 30], labels: warning },
  { alert: 'CallCenterMostlyFailing', series: failing(60), quiet: [9, 11, 45], fires: [20, 30], labels: critical },
  {
    // One of ten is no reason for the critical one.
    alert: 'CallCenterMostlyFailing',
    series: failing(7),
    quiet: [9, 20, 30, 45],
    fires: [],
    labels: critical,
  },
  {
    alert: 'CallCenterPiiSpike',
    series: { [`agent_pii_detected_total{${agent}, kind="email"}`]: '0+60x10 600+900x20 18600+60x30' },
    quiet: [9, 11, 45],
    fires: [20, 30],
    labels: warning,
  },
  {
    alert: 'CallCenterDependencyFailing',
    series: {
      [requests('success')]: '0+60x60',
      [`agent_dependency_errors_total{${agent}, dependency="groq"}`]: '0x10 0+30x20 600x30',
      [`agent_dependency_errors_total{${agent}, dependency="redis"}`]: '0x60',
    },
    quiet: [9, 13, 45],
    fires: [20, 30],
    labels: { ...warning, dependency: 'groq' },
  },
  {
    alert: 'CallCenterServiceDown',
    series: {
      [`up{${agent}, pod="agent-0"}`]: '1x10 0x10 1x30',
      [`up{${agent}, pod="agent-1"}`]: '1x4 0x16 1x30', // one of two is not all
      [`up{${target}, job="callcenter-redis", pod="redis-0"}`]: '1x4 0x46',
    },
    quiet: [8, 11, 30],
    fires: [13, 20],
    labels: { ...critical, job: 'agent-service' },
  },
  {
    alert: 'CallCenterMlflowFailing',
    series: {
      [`mlflow_http_request_total{${target}, method="GET", status="200"}`]: '0+60x60',
      [`mlflow_http_request_total{${target}, method="GET", status="500"}`]: '0x10 0+20x20 400x30',
    },
    quiet: [9, 19, 45],
    fires: [25, 30],
    labels: warning,
  },
  {
    alert: 'CallCenterPostgresDown',
    series: {
      [`pg_up{${target}}`]: '1x10 0x10 1x30',
      'pg_up{cluster="near", component="other", namespace="other"}': '0x50',
    },
    quiet: [9, 11, 25],
    fires: [13, 20],
    labels: critical,
  },
  {
    alert: 'CallCenterPostgresConnectionsFull',
    series: {
      [`pg_stat_database_numbackends{${target}, datid="1", datname="mlflow"}`]: '10x10 90x15 10x30',
      [`pg_settings_max_connections{${target}}`]: '100x60',
    },
    quiet: [9, 14, 30],
    fires: [17, 25],
    labels: warning,
  },
  {
    alert: 'CallCenterRedisDown',
    series: { [`redis_up{${target}}`]: '1x10 0x10 1x30' },
    quiet: [9, 11, 25],
    fires: [13, 20],
    labels: warning,
  },
  {
    alert: 'CallCenterRedisNotSaved',
    series: { [`redis_aof_last_write_status{${target}}`]: '1x10 0x15 1x30' },
    quiet: [9, 14, 30],
    fires: [17, 25],
    labels: warning,
  },
];
