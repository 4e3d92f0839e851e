import type { Runbook } from '../../../model/runbook.ts';

const log = 'kubectl logs deployment/agent-service --namespace "$NAMESPACE" --tail 100';
const asked = 'promql: sum by (dependency) (rate(agent_dependency_errors_total[5m]))';
const pods = 'kubectl get pods,horizontalpodautoscalers --namespace "$NAMESPACE"';
const latency =
  'promql: histogram_quantile(0.95, sum by (model_used, le) (rate(agent_request_duration_seconds_bucket[5m])))';

/** What to do about the agent. */
export const agentRunbooks = {
  CallCenterHighLatencyP95: {
    cause: 'A model that is slow or has too few pods, or Groq, which it waits for.',
    commands: [latency, asked, pods],
  },
  CallCenterHighLatencyP99: {
    cause: 'Pods at their CPU limit, an autoscaler at its most, or requests that run into a timeout.',
    commands: [latency, pods, asked],
  },
  CallCenterHighErrorRate: {
    cause: 'A model that does not answer, or a release that went wrong.',
    commands: [log, asked],
  },
  CallCenterMostlyFailing: {
    cause: 'A model that does not answer, or a release that went wrong.',
    commands: [log, asked, 'git log --oneline --max-count 10 -- overlays/images.json'],
  },
  CallCenterPiiSpike: {
    cause: 'A caller that sends whole records, or a form that asks for too much.',
    commands: ['promql: sum by (kind) (rate(agent_pii_detected_total[5m]))', log],
  },
  CallCenterDependencyFailing: {
    cause: 'What the agent asks is down, the way there is closed, or the key for Groq has ended.',
    commands: [asked, log, pods],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
