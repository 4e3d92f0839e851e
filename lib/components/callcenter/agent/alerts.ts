import type { AlertTemplate, AlertTemplates, Severity } from '../../../model/alert.ts';
import type { Duration } from '../../../model/amounts.ts';

const place = 'of {{ $labels.namespace }} on {{ $labels.cluster }}';
const by = 'by (cluster, namespace)';

/** What can be wrong with the answers of the agent, and with those that it asks. */
export const agentAlerts = {
  CallCenterHighLatencyP95: {
    // Seconds.
    threshold: 0.5,
    expr: seconds => `${quantile(0.95)} > ${seconds}`,
    for: '2m',
    severity: 'warning',
    summary: `One of twenty answers of the agent ${place} takes {{ $value | humanizeDuration }} or longer.`,
    runbook: 'Compare the latency by model on the page about performance: the model, or Groq, is slow.',
  },

  CallCenterHighLatencyP99: {
    // Seconds.
    threshold: 1,
    expr: seconds => `${quantile(0.99)} > ${seconds}`,
    for: '2m',
    severity: 'critical',
    summary: `One of a hundred answers of the agent ${place} takes {{ $value | humanizeDuration }} or longer.`,
    runbook: 'Look for pods at their CPU limit, and for autoscalers that are at their most.',
  },

  CallCenterHighErrorRate: failing(0.05, '2m', 'warning'),

  CallCenterMostlyFailing: failing(0.2, '1m', 'critical'),

  CallCenterPiiSpike: {
    // Findings per second.
    threshold: 10,
    expr: findings => `sum ${by} (rate(agent_pii_detected_total[5m])) > ${findings}`,
    for: '2m',
    severity: 'warning',
    summary: `The agent ${place} masks {{ $value | printf "%.1f" }} pieces of personal data a second.`,
    runbook: 'Find out which caller sends them: an export of whole records, or a form that asks for too much.',
  },

  CallCenterDependencyFailing: {
    // Share of the agent's requests.
    threshold: 0.1,
    expr: share =>
      [
        'sum by (cluster, namespace, dependency) (rate(agent_dependency_errors_total[5m]))',
        `/ on (cluster, namespace) group_left sum ${by} (rate(agent_requests_total[5m])) > ${share}`,
      ].join('\n'),
    for: '5m',
    severity: 'warning',
    summary: `The agent ${place} gets no answer from {{ $labels.dependency }}.`,
    runbook: 'It goes on without Groq, Redis and MLflow, but less well: look at what it asks, then at the way there.',
  },
} as const satisfies AlertTemplates;

function quantile(share: number): string {
  return `histogram_quantile(${share}, sum by (cluster, namespace, le) (rate(agent_request_duration_seconds_bucket[5m])))`;
}

/** The same at two levels. The caller's mistakes do not count. */
function failing(threshold: number, wait: Duration, severity: Severity): AlertTemplate {
  return {
    // Share of the requests.
    threshold,
    expr: share =>
      [
        `sum ${by} (rate(agent_requests_total{status="failed"}[5m]))`,
        `/ sum ${by} (rate(agent_requests_total[5m])) > ${share}`,
      ].join('\n'),
    for: wait,
    severity,
    summary: `The agent ${place} fails {{ $value | humanizePercentage }} of its requests.`,
    runbook: 'Read its log. If a release did it, go back to the previous image in overlays/images.json.',
  };
}
