import type { Runbook } from '../../model/runbook.ts';

/** What to do when Prometheus fails at what it is there for. */
export const prometheusRunbooks = {
  Watchdog: {
    cause:
      'It is no trouble that it fires. That it does not arrive has its cause in Prometheus, Alertmanager or the way out.',
    commands: ['kubectl get pods --namespace "$NAMESPACE" --output wide', 'promql: ALERTS{alertname="Watchdog"}'],
  },
  PrometheusConfigurationRefused: {
    cause: 'A rule or a scrape file that this version does not understand.',
    commands: ['kubectl logs statefulset/prometheus --namespace "$NAMESPACE" --tail 50', 'npm run validate'],
  },
  AlertmanagerNotReached: {
    cause: 'The pod of Alertmanager is down: its configuration is refused, or its claim is not bound.',
    commands: [
      'kubectl logs statefulset/alertmanager --namespace "$NAMESPACE" --tail 50',
      'kubectl get pods --namespace "$NAMESPACE" --output wide',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do when nobody is told. */
export const alertmanagerRunbooks = {
  NotificationsFailing: {
    cause: 'The bridge is down, stuck, or cut off from Alertmanager.',
    commands: [
      'kubectl logs deployment/alert-bridge --namespace "$NAMESPACE" --tail 50',
      'promql: sum by (integration) (rate(alertmanager_notifications_failed_total[10m]))',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do when alerts do not become workflows. */
export const bridgeRunbooks = {
  AlertBridgeDeadLetters: {
    cause: 'The token ended or may not start workflows, a workflow takes other inputs, or GitHub is out of reach.',
    commands: [
      'kubectl logs deployment/alert-bridge --namespace "$NAMESPACE" --tail 50',
      'kubectl get externalsecrets --namespace "$NAMESPACE"',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
