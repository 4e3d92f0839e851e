import { at, listAt, textAt, textsAt } from '../../lib/yaml/json-path.ts';
import type { Json, JsonMap } from '../../lib/yaml/json.ts';
import type { LiveCluster } from './cluster/live-cluster.ts';
import { nodePortsOf } from './node-ports.ts';

/** A series that a query found, with its value. */
export interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: number;
}

/** A target of a Prometheus server. */
export interface ScrapeTarget {
  readonly url: string;
  readonly health: string;
  readonly error: string;
}

/** A Prometheus server, as people reach it over the tailnet. */
export class PrometheusServer {
  readonly title: string;
  readonly namespace: string;
  private readonly url: string;

  constructor(title: string, namespace: string, url: string) {
    this.title = title;
    this.namespace = namespace;
    this.url = url;
  }

  async targets(): Promise<ScrapeTarget[]> {
    const active = listAt(await this.get('targets?state=active'), 'data', 'activeTargets');
    return active.map(target => ({
      url: `${textAt(target, 'labels', 'job') ?? ''} ${textAt(target, 'scrapeUrl') ?? ''}`,
      health: textAt(target, 'health') ?? '',
      error: textAt(target, 'lastError') ?? '',
    }));
  }

  async query(expression: string): Promise<Sample[]> {
    const found = await this.get(`query?query=${encodeURIComponent(expression)}`);
    return listAt(found, 'data', 'result').map(series => ({
      metric: textsAt(series, 'metric'),
      value: Number(listAt(series, 'value')[1]),
    }));
  }

  private async get(path: string): Promise<Json> {
    const answer = await fetch(`${this.url}/api/v1/${path}`, { signal: AbortSignal.timeout(10_000) });
    return (await answer.json()) as Json;
  }
}

/** Every Prometheus server that has a node port: those are the ones that somebody asks. */
export async function prometheusServers(clusters: readonly LiveCluster[]): Promise<PrometheusServer[]> {
  const found: PrometheusServer[] = [];
  for (const { api, name, place } of clusters) {
    const pods = (await api.list('/api/v1/pods')).filter(runsPrometheus);
    for (const service of await api.list('/api/v1/services')) {
      const [nodePort] = nodePortsOf(service);
      const namespace = textAt(service, 'metadata', 'namespace') ?? '';
      if (
        nodePort === undefined
        || !pods.some(pod => textAt(pod, 'metadata', 'namespace') === namespace && selects(service, pod))
      )
        continue;
      found.push(
        new PrometheusServer(
          `${name}: ${namespace}/${service.metadata.name}`,
          namespace,
          `http://${place.tailnet}:${nodePort}`,
        ),
      );
    }
  }
  return found;
}

function runsPrometheus(pod: JsonMap): boolean {
  return listAt(pod, 'spec', 'containers').some(container =>
    /\/prometheus\/prometheus[:@]/.test(String(at(container, 'image'))),
  );
}

function selects(service: JsonMap, pod: JsonMap): boolean {
  const labels = textsAt(pod, 'metadata', 'labels');
  const selector = Object.entries(textsAt(service, 'spec', 'selector'));
  return selector.length > 0 && selector.every(([key, value]) => labels[key] === value);
}
