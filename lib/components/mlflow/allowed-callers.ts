import type { ComponentChart } from '../../constructs/component-chart.ts';
import type { Endpoint } from '../../model/endpoint.ts';

/**
 * Values of the Host header that MLflow answers besides those of its own pod; others get 403. Probes need none of
 * these. Addresses are for Prometheus, which scrapes pods; a public name cannot end in a digit, so they let none in.
 */
export function allowedHosts(chart: ComponentChart, { name, port }: Endpoint): string[] {
  const service = `mlflow.${chart.namespaceName}`;
  const tailnet = chart.surroundings.tailnetAddressOf(name);
  return [
    ...['mlflow', service, `${service}.svc.cluster.local`].flatMap(host => [host, `${host}:${port}`]),
    `${tailnet.host}:${tailnet.port}`,
    'localhost:*',
    ...['10.*', '172.*', '192.168.*'].map(network => `${network}[0-9]:${port}`),
  ];
}

/** Pages whose scripts may call MLflow. Its own are among them: browsers name their origin with every search. */
export function allowedOrigins(chart: ComponentChart, { name }: Endpoint): string[] {
  return [chart.surroundings.tailnetAddressOf(name).url];
}
