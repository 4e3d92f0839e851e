import { withRunbooks } from '../model/runbook-pages.ts';
import { argoCdRunbooks } from './runbooks.ts';
import type { AlertTemplates } from '../model/alert.ts';
import type { Emitter } from '../model/metric.ts';

/** What its controller says of Applications and of clusters. https://argo-cd.readthedocs.io/en/stable/operator-manual/metrics/ */
export const argoCdMetrics: Emitter = {
  name: 'Argo CD',
  version: '3.5',
  emitsTooMuch: true,
  speaksForOthers: true,
  metrics: {
    argocd_app_info: {
      type: 'gauge',
      labels: ['autosync_enabled', 'dest_namespace', 'health_status', 'name', 'namespace', 'project', 'sync_status'],
      values: {
        autosync_enabled: ['false', 'true'],
        health_status: ['Degraded', 'Healthy', 'Missing', 'Progressing', 'Suspended', 'Unknown'],
        sync_status: ['OutOfSync', 'Synced', 'Unknown'],
      },
    },
    argocd_app_sync_total: {
      type: 'counter',
      labels: ['dry_run', 'name', 'namespace', 'phase', 'project'],
      values: { dry_run: ['false', 'true'], phase: ['Error', 'Failed', 'Succeeded'] },
    },
    argocd_cluster_connection_status: { type: 'gauge', labels: ['server'] },
  },
};

const failedSyncs = 'argocd_app_sync_total{phase=~"Error|Failed", dry_run="false"}';

/** What is wrong when a merged commit does not reach the clusters. Each environment hears of all Applications. */
const templates = {
  ArgoCDSyncFailed: {
    // A counter of failures is there from the first failure on, which is no increase of it.
    expr: () =>
      [
        `sum by (cluster, project, name) (increase(${failedSyncs}[15m])) > 0`,
        `or sum by (cluster, project, name) (${failedSyncs} unless ${failedSyncs} offset 15m) > 0`,
      ].join('\n'),
    for: '0m',
    severity: 'warning',
    summary: 'Argo CD has given up a sync of the Application {{ $labels.name }}.',
    runbook: 'Ask argocd app get which object failed. A new commit tries it again, and so does argocd app sync.',
  },

  ArgoCDApplicationNotSynced: {
    // What a person syncs may wait for that person.
    expr: () =>
      'max by (cluster, project, name) (argocd_app_info{autosync_enabled="true", sync_status!="Synced"}) == 1',
    for: '30m',
    severity: 'warning',
    summary: 'The Application {{ $labels.name }} has not been what git says for half an hour.',
    runbook: 'Ask argocd app get why: a sync fails again and again, a repository or a cluster is out of reach.',
  },

  ArgoCDApplicationUnhealthy: {
    expr: () => 'max by (cluster, project, name) (argocd_app_info{health_status!~"Healthy|Suspended"}) == 1',
    for: '30m',
    severity: 'warning',
    summary: 'The Application {{ $labels.name }} has not been healthy for half an hour.',
    runbook: 'Ask argocd app get which of its objects are not. All later waves of its cluster wait with it.',
  },

  ArgoCDClusterUnreachable: {
    expr: () => 'max by (cluster, server) (argocd_cluster_connection_status) == 0',
    for: '10m',
    severity: 'warning',
    summary: 'Argo CD does not reach the cluster at {{ $labels.server }}, so no commit does.',
    runbook: 'Check the tailnet, then the token of the cluster: it ends a year after it was made (docs/bootstrap.md).',
  },

  ArgoCDAbsent: {
    expr: () => 'absent(argocd_app_info)',
    for: '15m',
    severity: 'warning',
    summary: 'Argo CD says nothing of any Application, so alerts about them cannot fire.',
    runbook: 'Check the pod of argocd-application-controller, and its target in Prometheus.',
  },
} as const satisfies AlertTemplates;

/** The same, each with its page. */
export const argoCdAlerts = withRunbooks(templates, argoCdRunbooks);
