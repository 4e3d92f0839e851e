import type { AlertTemplates } from '../../model/alert.ts';

/** What can be wrong with the pods of any component, and with the nodes that they share. */
export const workloadAlerts = {
  ContainerKilledForMemory: {
    // The reason stays for as long as the pod lives, so only a recent end makes it news: ten minutes are 600 seconds.
    expr: () =>
      [
        'max by (cluster, namespace, pod, container) (',
        '  kube_pod_container_status_last_terminated_reason{reason="OOMKilled"}',
        ') == 1',
        'and max by (cluster, namespace, pod, container) (',
        '  kube_pod_container_status_last_terminated_timestamp',
        ') > time() - 600',
      ].join('\n'),
    for: '0m',
    severity: 'warning',
    summary: '{{ $labels.namespace }}/{{ $labels.pod }} on {{ $labels.cluster }} was killed for its use of memory.',
    runbook: "Raise its 'memoryLimit' in its environment's file, or find out what it keeps.",
  },

  PodNotStarting: {
    // Longer than an image takes that is pulled for the first time.
    expr: () => 'max by (cluster, namespace, pod) (kube_pod_status_phase{phase="Pending"}) == 1',
    for: '15m',
    severity: 'warning',
    summary: 'Pod {{ $labels.namespace }}/{{ $labels.pod }} on {{ $labels.cluster }} does not start.',
    runbook: 'Describe the pod with kubectl: an image that cannot be pulled, no room, a Secret or a claim missing.',
  },

  NodeMemoryFillingUp: {
    // Share of the memory.
    threshold: 0.9,
    expr: share =>
      [
        'max by (cluster, node) (container_memory_working_set_bytes{id="/"})',
        `/ max by (cluster, node) (machine_memory_bytes) > ${share}`,
      ].join('\n'),
    for: '15m',
    severity: 'warning',
    summary: 'Node {{ $labels.node }} of {{ $labels.cluster }} uses {{ $value | humanizePercentage }} of its memory.',
    runbook: 'The kubelet evicts pods next, batch work first. Move a component, or give the node more memory.',
  },
} as const satisfies AlertTemplates;
