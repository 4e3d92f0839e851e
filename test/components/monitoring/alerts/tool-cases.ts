import type { Day } from '../../../../lib/model/amounts.ts';
import type { AlertCase } from './alert-case.ts';

const target = 'cluster="near", component="argocd", job="argocd-application-controller", instance="10.42.0.9:8082"';
const restarted = target.replace('10.42.0.9', '10.42.0.10');
const application = 'namespace="argocd", project="prod", name="prod-mlflow"';
const byHand = 'namespace="argocd", project="dev", name="dev-mlflow"';
const labels = { cluster: 'near', project: 'prod', name: 'prod-mlflow', severity: 'warning' };
const certificate = 'cluster="near", component="monitoring", namespace="monitoring", name="grafana-tls"';
const issuer = 'issuer_group="cert-manager.io", issuer_kind="ClusterIssuer", issuer_name="production"';
const secret = 'cluster="far", component="mlflow", namespace="mlflow", name="database"';

/** What an alert about a token is tried with: a day that promtool's clock is near. */
export const endingSoon: Readonly<Record<string, Day>> = { 'argocd_cluster-edge_token': '1970-01-16' };

/** Applications that are as they should be. */
const well = { [`argocd_app_info{${target}, ${application}, autosync_enabled="true"}`]: '1x90' };

/** Alerts about the platform's own tools. */
export const toolCases: readonly AlertCase[] = [
  {
    // The first failure, after which the counter is there.
    alert: 'ArgoCDSyncFailed',
    series: {
      [`argocd_app_sync_total{${target}, ${application}, phase="Succeeded", dry_run="false"}`]: '1x60',
      [`argocd_app_sync_total{${target}, ${application}, phase="Failed", dry_run="false"}`]: '_x9 1x60',
    },
    quiet: [8, 30],
    fires: [9, 20],
    labels,
  },
  {
    // A further one, and one after a restart.
    alert: 'ArgoCDSyncFailed',
    series: {
      [`argocd_app_sync_total{${target}, ${application}, phase="Error", dry_run="false"}`]: '1x29 2x30 stale',
      [`argocd_app_sync_total{${restarted}, ${application}, phase="Error", dry_run="false"}`]: '_x70 1x60',
    },
    quiet: [28, 60, 100],
    fires: [31, 75],
    labels,
  },
  {
    alert: 'ArgoCDApplicationNotSynced',
    series: {
      [`argocd_app_info{${target}, ${application}, autosync_enabled="true", sync_status="Synced"}`]:
        '1x4 stale _x59 1x20',
      [`argocd_app_info{${target}, ${application}, autosync_enabled="true", sync_status="OutOfSync"}`]:
        '_x4 1x19 stale',
      [`argocd_app_info{${target}, ${application}, autosync_enabled="true", sync_status="Unknown"}`]: '_x24 1x39 stale',
      [`argocd_app_info{${target}, ${byHand}, autosync_enabled="false", sync_status="OutOfSync"}`]: '1x90',
    },
    quiet: [4, 33, 70],
    fires: [36, 60],
    labels,
  },
  {
    alert: 'ArgoCDApplicationUnhealthy',
    series: {
      [`argocd_app_info{${target}, ${application}, health_status="Healthy"}`]: '1x4 stale _x39 1x20',
      [`argocd_app_info{${target}, ${application}, health_status="Degraded"}`]: '_x4 1x39 stale',
      [`argocd_app_info{${target}, ${byHand}, health_status="Suspended"}`]: '1x90',
    },
    quiet: [4, 33, 50],
    fires: [36, 43],
    labels,
  },
  {
    alert: 'ArgoCDClusterUnreachable',
    series: {
      ...well,
      [`argocd_cluster_connection_status{${target}, server="https://far:6550", k8s_version="1.33"}`]: '1x4 0x20 1x20',
      [`argocd_cluster_connection_status{${target}, server="https://kubernetes.default.svc", k8s_version="1.36"}`]:
        '1x60',
    },
    quiet: [4, 14, 26],
    fires: [16, 25],
    labels: { cluster: 'near', server: 'https://far:6550', severity: 'warning' },
  },
  {
    alert: 'ArgoCDAbsent',
    series: { [`argocd_app_info{${target}, ${application}}`]: '1x4 stale _x29 1x20' },
    quiet: [4, 18, 36],
    fires: [21, 33],
    labels: { severity: 'warning' },
  },
  {
    alert: 'CertificateExpiring',
    series: {
      // It ends 14 days, 3 hours after the beginning, and is renewed after five hours; one that is not issued yet has no end.
      [`certmanager_certificate_expiration_timestamp_seconds{${certificate}, ${issuer}}`]: '1220400x300 9000000x100',
      'certmanager_certificate_expiration_timestamp_seconds{cluster="near", namespace="monitoring", name="new"}':
        '0x400',
    },
    quiet: [170, 235, 310],
    fires: [245, 299],
    labels: { cluster: 'near', namespace: 'monitoring', name: 'grafana-tls', severity: 'warning' },
  },
  {
    alert: 'CertificateNotReady',
    series: {
      [`certmanager_certificate_ready_status{${certificate}, ${issuer}, condition="True"}`]: '1x4 0x40 1x20',
      [`certmanager_certificate_ready_status{${certificate}, ${issuer}, condition="False"}`]: '0x4 1x40 0x20',
      [`certmanager_certificate_ready_status{${certificate}, ${issuer}, condition="Unknown"}`]: '0x66',
    },
    quiet: [4, 34, 47],
    fires: [36, 44],
    labels: { cluster: 'near', namespace: 'monitoring', name: 'grafana-tls', severity: 'warning' },
  },
  {
    alert: 'ExternalSecretNotSynced',
    series: conditions('externalsecret_status_condition'),
    quiet: [4, 19, 36],
    fires: [21, 34],
    labels: { cluster: 'far', namespace: 'mlflow', name: 'database', severity: 'warning' },
  },
  {
    alert: 'SecretStoreNotReady',
    series: conditions('secretstore_status_condition'),
    quiet: [4, 19, 36],
    fires: [21, 34],
    labels: { cluster: 'far', namespace: 'mlflow', name: 'database', severity: 'warning' },
  },
  {
    // Told by the clock, which promtool starts in 1970: a day and an hour after it, two weeks are left.
    alert: 'CredentialEnding',
    series: {},
    quiet: [1430, 1490],
    fires: [1510],
    labels: { entry: Object.keys(endingSoon)[0]!, severity: 'warning' },
  },
];

function conditions(metric: string): Record<string, string> {
  return {
    [`${metric}{${secret}, condition="Ready", status="True"}`]: '1x4 0x30 1x20',
    [`${metric}{${secret}, condition="Ready", status="False"}`]: '0x4 1x30 0x20',
  };
}
