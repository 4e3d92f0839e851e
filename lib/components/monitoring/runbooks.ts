import type { Runbook } from '../../model/runbook.ts';

const pods = 'kubectl get pods --namespace "$NAMESPACE" --output wide';

/** What to do about the platform, and about what would make its alerts fall silent. */
export const platformRunbooks = {
  TargetDown: {
    cause: 'The program is down, or the way to it is closed: a policy, a node port, the tailnet.',
    commands: ['promql: up == 0', pods, 'kubectl get networkpolicies --namespace "$NAMESPACE"'],
  },
  KubeStateMetricsAbsent: {
    cause: 'Its pod is down, or may no longer read the API: then it answers, and says nothing.',
    commands: [
      'kubectl get pods --all-namespaces --selector "app.kubernetes.io/name in (kube-state-metrics,edge-kube-state-metrics)"',
      'promql: up{job=~".*kube-state-metrics"}',
    ],
  },
  ContainerMetricsAbsent: {
    cause: 'The kubelets refuse who reads them, or their certificates are not trusted.',
    commands: ['promql: up{job="kubernetes-cadvisor"}', 'kubectl get clusterrolebindings'],
  },
  ServiceUnavailable: {
    cause: 'The newest pod does not become ready: an image, a Secret, a probe, a database that is not there.',
    commands: ['kubectl describe deployment "$DEPLOYMENT" --namespace "$NAMESPACE"', pods],
  },
  StatefulServiceIncomplete: {
    cause: 'A claim is not bound, its node is gone, or the pod does not become ready.',
    commands: [pods, 'kubectl get persistentvolumeclaims --namespace "$NAMESPACE"'],
  },
  NodeDiskFillingUp: {
    cause: 'Old images, logs, or claims that grow: the bundled storage holds none of them to its size.',
    commands: [
      'kubectl describe node "$NODE"',
      'promql: max by (node) (container_fs_usage_bytes{id="/"}) / max by (node) (container_fs_limit_bytes{id="/"})',
    ],
  },
  KubernetesApiErrors: {
    cause: 'The node of the API server lacks memory or disk, or its datastore is slow.',
    commands: [
      'kubectl get --raw "/readyz?verbose"',
      'promql: sum by (cluster, code) (rate(apiserver_request_total[5m]))',
    ],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do about pods of any component, and about nodes. */
export const workloadRunbooks = {
  ContainerKilledForMemory: {
    cause: 'Its limit is lower than what it needs with as much data as it now has.',
    commands: ['kubectl describe pod "$POD" --namespace "$NAMESPACE"', 'kubectl top pods --namespace "$NAMESPACE"'],
  },
  PodNotStarting: {
    cause: 'An image that cannot be pulled, no room on any node, a Secret or a claim that is not there.',
    commands: [
      'kubectl describe pod "$POD" --namespace "$NAMESPACE"',
      'kubectl get events --namespace "$NAMESPACE" --sort-by .lastTimestamp',
    ],
  },
  NodeMemoryFillingUp: {
    cause: 'Limits may add up to more than a node has: requests are what it is filled by.',
    commands: ['kubectl top nodes', 'kubectl describe node "$NODE"'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;

/** What to do when another cluster is not heard of. */
export const linkRunbooks = {
  EdgeLinkDown: {
    cause: 'The tailnet is down on one side, the machine is off, or its Prometheus does not run.',
    commands: ['tailscale status', 'promql: up{job=~".+-federation"}'],
  },
} as const satisfies Readonly<Record<string, Runbook>>;
