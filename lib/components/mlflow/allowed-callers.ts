import type { ComponentChart } from '../../constructs/component-chart.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import type { Address } from '../../model/surroundings.ts';

/**
 * Values of the Host header that MLflow answers besides those of its own pod; others get 403. Probes need none of
 * these. Addresses are for Prometheus, which scrapes pods; a public name cannot end in a digit, so they let none in.
 */
export function allowedHosts(chart: ComponentChart, { name, port }: Endpoint): string[] {
  const service = `mlflow.${chart.namespaceName}`;
  const inTailnet = tailnetNames(chart, name).map(({ host, port: nodePort }) => `${host}:${nodePort}`);
  return [
    ...['mlflow', service, `${service}.svc`, `${service}.svc.cluster.local`].flatMap(host => [host, `${host}:${port}`]),
    ...inTailnet,
    ...['localhost:*', '127.0.0.1:*'], // a port that somebody forwards
    ...['10.*', '172.*', '192.168.*'].map(network => `${network}[0-9]:${port}`),
  ];
}

/** Pages whose scripts may call MLflow. Its own are among them: browsers name their origin with every search. */
export function allowedOrigins(chart: ComponentChart, { name }: Endpoint): string[] {
  return tailnetNames(chart, name).map(({ url }) => url);
}

/** The name in the tailnet, in full and as its machines may write it: the tailnet's suffix is in their search domains. */
function tailnetNames({ surroundings }: ComponentChart, endpoint: string): Address[] {
  const full = surroundings.tailnetAddressOf(endpoint);
  const [short] = full.host.split('.');
  return [full, { ...full, host: short!, url: full.url.replace(full.host, short!) }];
}
