import type { ComponentChart } from '../../constructs/component-chart.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import type { Address } from '../../model/surroundings.ts';

/**
 * Values of the Host header that MLflow answers besides those of its own pod; others get 403. Probes need none of
 * these. Addresses are for Prometheus, which scrapes pods; a public name cannot end in a digit, so they let none in.
 */
export function allowedHosts(chart: ComponentChart, endpoint: Endpoint, host?: string): string[] {
  const { port, serviceName } = endpoint;
  const service = `${serviceName}.${chart.namespaceName}`;
  const inTailnet = tailnetNames(chart, endpoint).map(({ host, port: nodePort }) => `${host}:${nodePort}`);
  return [
    ...[serviceName, service, `${service}.svc`, `${service}.svc.cluster.local`].flatMap(host => [
      host,
      `${host}:${port}`,
    ]),
    ...inTailnet,
    ...['localhost:*', '127.0.0.1:*'], // a port that somebody forwards
    ...['10.*', '172.*', '192.168.*'].map(network => `${network}[0-9]:${port}`),
    ...(host === undefined ? [] : [host]),
  ];
}

/** Pages whose scripts may call MLflow. Its own are among them: browsers name their origin with every search. */
export function allowedOrigins(chart: ComponentChart, endpoint: Endpoint, host?: string): string[] {
  return [...tailnetNames(chart, endpoint).map(({ url }) => url), ...(host === undefined ? [] : [`https://${host}`])];
}

/** The names in the tailnet, where it leads there: in full and as its machines may write it: the tailnet's suffix is in their search domains. */
function tailnetNames({ surroundings }: ComponentChart, { name, nodePort }: Endpoint): Address[] {
  if (nodePort === undefined) return [];
  const full = surroundings.tailnetAddressOf(name);
  const [short] = full.host.split('.');
  return [full, { ...full, host: short!, url: full.url.replace(full.host, short!) }];
}
