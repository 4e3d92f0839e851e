import type { Cluster } from '../../../model/cluster.ts';
import type { JsonMap } from '../../../yaml/json.ts';
import type { Surroundings } from '../../../model/surroundings.ts';
import { cadvisor, kubeApiserver, kubelet } from './cluster-programs.ts';
import { clusterLabels } from './cluster-labels.ts';
import { componentByNamespace, namespacesOn } from './namespaces.ts';
import { onlyNamed } from './only-named.ts';
import type { Job } from './scrape-files.ts';

const credentials = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * Jobs about the reader's own cluster: its API servers, and each node's kubelet and cAdvisor. The kubelets of k3s have
 * certificates of the cluster's own authority, for the addresses of their nodes. Containers of other namespaces belong
 * to another environment's Prometheus.
 */
export function clusterJobs(cluster: Cluster, surroundings: Surroundings): Job[] {
  const namespaces = namespacesOn(cluster, surroundings);
  return [
    {
      job_name: 'kubernetes-apiservers',
      ...authenticated,
      kubernetes_sd_configs: [{ role: 'endpointslice', namespaces: { names: ['default'] } }],
      relabel_configs: [
        {
          source_labels: [
            '__meta_kubernetes_namespace',
            '__meta_kubernetes_service_name',
            '__meta_kubernetes_endpointslice_port_name',
          ],
          regex: 'default;kubernetes;https',
          action: 'keep',
        },
        ...clusterLabels(cluster),
      ],
      metric_relabel_configs: [onlyNamed(kubeApiserver)],
    },
    {
      ...nodesJob('kubernetes-cadvisor', '/metrics/cadvisor', cluster, [
        onlyNamed(cadvisor),
        // Totals of a node have no namespace, and its disk is `/`; all other cgroups without one are the system's.
        { source_labels: ['namespace', 'id'], regex: `(${namespaces.join('|')});.*|;/?`, action: 'keep' },
        ...componentByNamespace(cluster, surroundings),
      ]),
      // Its samples bring their own times, and such series would outlive their containers by five minutes.
      track_timestamps_staleness: true,
    },
    nodesJob('kubernetes-kubelet', '/metrics', cluster, [onlyNamed(kubelet)]),
  ];
}

function nodesJob(name: string, path: string, cluster: Cluster, samples: readonly JsonMap[]): Job {
  return {
    job_name: name,
    metrics_path: path,
    ...authenticated,
    kubernetes_sd_configs: [{ role: 'node' }],
    relabel_configs: [
      { source_labels: ['__meta_kubernetes_node_name'], target_label: 'node' },
      { source_labels: ['__meta_kubernetes_node_name'], target_label: 'instance' },
      ...clusterLabels(cluster),
    ],
    metric_relabel_configs: samples,
  };
}

const authenticated: JsonMap = {
  scheme: 'https',
  authorization: { credentials_file: `${credentials}/token` },
  tls_config: { ca_file: `${credentials}/ca.crt` },
};
