import type { AlertTemplates } from '../../model/alert.ts';
import { federationJobs } from './scrape/federation.ts';

/** What can be wrong with the platform, above all what would make the other alerts fall silent. */
export const platformAlerts = {
  TargetDown: {
    expr: () => `max by (cluster, job, namespace, pod, service, instance) (up{job!~"${federationJobs}"}) == 0`,
    for: '5m',
    severity: 'warning',
    summary: 'Target {{ $labels.instance }} of job {{ $labels.job }} on {{ $labels.cluster }} does not answer.',
    runbook: 'Status > Targets in Prometheus shows the error: a timeout is a flow or node port that is not open.',
  },

  KubeStateMetricsAbsent: {
    // A cluster is known by its targets, which are there whether or not they answer.
    expr: () => 'group by (cluster) (up) unless group by (cluster) (kube_pod_info)',
    for: '10m',
    severity: 'critical',
    summary: 'Cluster {{ $labels.cluster }} reports no pods, so alerts about its pods cannot fire.',
    runbook: 'Check the pod of kube-state-metrics there, and its target in Prometheus.',
  },

  ContainerMetricsAbsent: {
    expr: () => 'group by (cluster) (up) unless group by (cluster) (container_memory_working_set_bytes)',
    for: '10m',
    severity: 'warning',
    summary: 'Cluster {{ $labels.cluster }} reports no use of CPU and memory, so alerts about these cannot fire.',
    runbook: 'Check the targets of job kubernetes-cadvisor: reading them takes the right to get nodes/metrics.',
  },

  ServiceUnavailable: {
    expr: () =>
      [
        'max by (cluster, namespace, deployment) (kube_deployment_status_replicas_available) == 0',
        'and max by (cluster, namespace, deployment) (kube_deployment_spec_replicas) > 0',
      ].join('\n'),
    for: '5m',
    severity: 'critical',
    summary: 'No pod of {{ $labels.namespace }}/{{ $labels.deployment }} on {{ $labels.cluster }} is available.',
    runbook: 'Describe the Deployment with kubectl, then its newest pod.',
  },

  StatefulServiceIncomplete: {
    expr: () =>
      [
        'max by (cluster, namespace, statefulset) (kube_statefulset_status_replicas_ready)',
        '< max by (cluster, namespace, statefulset) (kube_statefulset_replicas)',
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.namespace }}/{{ $labels.statefulset }} on {{ $labels.cluster }} has {{ $value }} ready pods.',
    runbook: 'Get its pods and claims with kubectl: a claim is not bound, or a pod fits only where its disk is.',
  },

  NodeDiskFillingUp: {
    // Share of the disk. Claims lie on it too: the bundled storage does not hold them to their size.
    threshold: 0.85,
    expr: share =>
      [
        'max by (cluster, node, device) (',
        '  container_fs_usage_bytes{id="/"} / (container_fs_limit_bytes{id="/"} > 0)',
        `) > ${share}`,
      ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'The disk of {{ $labels.node }} on {{ $labels.cluster }} is {{ $value | humanizePercentage }} full.',
    runbook: 'At 90 % the kubelet evicts pods. Remove old images and claims, or give the node a larger disk.',
  },

  KubernetesApiErrors: {
    // Share of requests.
    threshold: 0.05,
    expr: share =>
      [
        'sum by (cluster) (rate(apiserver_request_total{code=~"5.."}[5m]))',
        `/ sum by (cluster) (rate(apiserver_request_total[5m])) > ${share}`,
      ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: 'The API server of {{ $labels.cluster }} fails {{ $value | humanizePercentage }} of its requests.',
    runbook: 'Check memory and disk of the node that runs it, and the log of k3s.',
  },
} as const satisfies AlertTemplates;
