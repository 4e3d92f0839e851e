import type { ComponentChart } from '../../constructs/component-chart.ts';

/**
 * Values of the Host header that MLflow answers besides those of its own pod; others get 403. Probes need none of
 * these. Addresses are for Prometheus, which scrapes pods; a public name cannot end in a digit, so they let none in.
 */
export function allowedHosts(chart: ComponentChart): string[] {
  const service = `mlflow.${chart.namespaceName}`;
  return [
    ...['mlflow', service, `${service}.svc.cluster.local`].flatMap(host => [host, `${host}:5000`]),
    tailnetHost(chart),
    'localhost:*',
    ...['10.*', '172.*', '192.168.*'].map(network => `${network}[0-9]:5000`),
  ];
}

/** Pages whose scripts may call MLflow. Its own are among them: browsers name their origin with every search. */
export function allowedOrigins(chart: ComponentChart): string[] {
  return [`http://${tailnetHost(chart)}`];
}

function tailnetHost({ surroundings, component }: ComponentChart): string {
  return `${surroundings.clusterOf(component).tailnetHost}:${surroundings.nodePortOf('mlflow')}`;
}
