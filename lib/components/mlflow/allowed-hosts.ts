import type { ComponentChart } from '../../constructs/component-chart.ts';

/**
 * Values of the Host header that MLflow answers; others get 403. Besides the names of its Service these are the
 * tailnet name with its node port, and addresses, because the kubelet probes pods by address.
 */
export function allowedHosts({ surroundings, component, namespaceName }: ComponentChart): string[] {
  const service = ['mlflow', `mlflow.${namespaceName}`, `mlflow.${namespaceName}.svc.cluster.local`];
  const tailnet = `${surroundings.clusterOf(component).tailnetHost}:${surroundings.nodePortOf('mlflow')}`;
  return [...service.flatMap(host => [host, `${host}:5000`]), tailnet, 'localhost:*', '10.*', '172.*', '192.168.*'];
}
