import { until } from '../../conformance/processes/until.ts';
import type { LivePlatform } from '../live-platform.ts';
import { prometheusServers } from '../prometheus-api.ts';
import type { PrometheusServer } from '../prometheus-api.ts';

/** Waits until an alert fires that has some labels. @returns the seconds that it took */
export async function fires(
  { clusters }: Pick<LivePlatform, 'clusters'>,
  alert: string,
  labels: Readonly<Record<string, string>>,
  seconds: number,
): Promise<number> {
  const servers = await prometheusServers(clusters);
  const matchers = Object.entries({ alertname: alert, alertstate: 'firing', ...labels }).map(
    ([name, value]) => `${name}="${value}"`,
  );
  const started = Date.now();
  await until(`${alert} fires`, {
    seconds,
    every: 3000,
    missing: async () => {
      const found = await Promise.all(servers.map(server => count(server, `ALERTS{${matchers.join(',')}}`)));
      return found.some(each => each > 0) ? undefined : 'it does not';
    },
  });
  return Math.round((Date.now() - started) / 1000);
}

async function count(server: PrometheusServer, expression: string): Promise<number> {
  return (await server.query(expression)).length;
}
