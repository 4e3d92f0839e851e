import { federationJobName } from '../scrape/federation.ts';
import type { AlertTemplates } from './alert-template.ts';

/** What can be wrong with the platform, above all what would make the other alerts fall silent. */
export const platformAlerts = {
  TargetDown: {
    expr: () => `max by (cluster, job, namespace, pod, service, instance) (up{job!="${federationJobName}"}) == 0`,
    for: '5m',
    severity: 'warning',
    summary: 'Target {{ $labels.instance }} of job {{ $labels.job }} on {{ $labels.cluster }} does not answer.',
    runbook: 'Open Status > Targets in Prometheus for the error. A timeout is a missing flow or node port, a refusal a program that does not listen.',
  },

  EdgeLinkDown: {
    applies: ({ farCluster }) => farCluster !== undefined,
    expr: ({ farCluster }) => (
      `max by (cluster) (up{job="${federationJobName}", cluster="${farCluster}"}) == 0 or absent(up{job="${federationJobName}", cluster="${farCluster}"})`
    ),
    for: '5m',
    severity: 'critical',
    summary: 'Nothing is heard of cluster {{ $labels.cluster }}: its models may still answer, but none of its alerts can fire.',
    runbook: 'Check the tailnet on both sides (tailscale status), then whether edge-prometheus runs.',
  },

  KubeStateMetricsAbsent: {
    expr: ({ clusters }) => clusters.map(cluster => `absent(kube_pod_info{cluster="${cluster}"})`).join(' or '),
    for: '10m',
    severity: 'critical',
    summary: 'Cluster {{ $labels.cluster }} reports no pods, so alerts about its pods cannot fire.',
    runbook: 'Check the pods of kube-state-metrics and its target in Prometheus.',
  },

  ContainerMetricsAbsent: {
    expr: ({ clusters }) => clusters.map(cluster => `absent(container_memory_working_set_bytes{cluster="${cluster}"})`).join(' or '),
    for: '10m',
    severity: 'warning',
    summary: 'Cluster {{ $labels.cluster }} reports no use of CPU and memory, so alerts about these cannot fire.',
    runbook: 'Check the targets of job kubernetes-cadvisor; reading them takes the right to get nodes/proxy.',
  },

  ServiceUnavailable: {
    expr: () => [
      'max by (cluster, namespace, deployment) (kube_deployment_status_replicas_available) == 0',
      'and max by (cluster, namespace, deployment) (kube_deployment_spec_replicas) > 0',
    ].join('\n'),
    for: '5m',
    severity: 'critical',
    summary: 'No pod of {{ $labels.namespace }}/{{ $labels.deployment }} on {{ $labels.cluster }} is available.',
    runbook: 'kubectl -n {{ $labels.namespace }} describe deployment {{ $labels.deployment }}, then its newest pod.',
  },

  StatefulServiceIncomplete: {
    expr: () => [
      'max by (cluster, namespace, statefulset) (kube_statefulset_status_replicas_ready)',
      '< max by (cluster, namespace, statefulset) (kube_statefulset_replicas)',
    ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: '{{ $labels.namespace }}/{{ $labels.statefulset }} on {{ $labels.cluster }} has only {{ $value }} ready pods.',
    runbook: 'kubectl -n {{ $labels.namespace }} get pods,pvc: a claim that is not bound, or a pod that cannot be placed where its disk is.',
  },

  NodeDiskFillingUp: {
    // Share of the disk. Claims lie on it too: the bundled storage does not hold them to their size.
    threshold: 0.85,
    expr: (_, share) => (
      `max by (cluster, node, device) (container_fs_usage_bytes{id="/"} / (container_fs_limit_bytes{id="/"} > 0)) > ${share}`
    ),
    for: '15m',
    severity: 'warning',
    summary: 'Disk {{ $labels.device }} of node {{ $labels.node }} on {{ $labels.cluster }} is {{ $value | humanizePercentage }} full.',
    runbook: 'At 90 % the kubelet evicts pods. Remove images and old claims, or give the node a larger disk.',
  },

  KubernetesApiErrors: {
    // Share of requests.
    threshold: 0.05,
    expr: (_, share) => [
      'sum by (cluster) (rate(apiserver_request_total{code=~"5.."}[5m]))',
      `/ sum by (cluster) (rate(apiserver_request_total[5m])) > ${share}`,
    ].join('\n'),
    for: '10m',
    severity: 'warning',
    summary: 'The API server of {{ $labels.cluster }} fails {{ $value | humanizePercentage }} of its requests.',
    runbook: 'Check memory and disk of the node that runs it, and the log of k3s.',
  },
} as const satisfies AlertTemplates;
