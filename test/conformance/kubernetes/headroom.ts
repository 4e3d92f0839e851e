import { amountText, amountsOf, largestOf, sumOf } from '../../../lib/kinds/pods/amounts.ts';
import type { Amounts } from '../../../lib/kinds/pods/amounts.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import type { Api } from './api.ts';

const resources = ['cpu', 'memory', 'ephemeral-storage'] as const;

/** What each node has left beside the pods that the scheduler gave it: a line each, and one for the whole cluster. */
export async function headroom(api: Api): Promise<string[]> {
  const [nodes, pods] = await Promise.all([api.list('/api/v1/nodes'), api.list('/api/v1/pods')]);
  const free = nodes.map(node => {
    const placed = pods.filter(({ spec }) => (spec as JsonMap)['nodeName'] === node.metadata.name);
    return { name: node.metadata.name, pods: placed.length, left: leftOf(node, placed), all: allocatable(node) };
  });
  const total = {
    name: 'the cluster',
    pods: pods.length,
    left: sumOf(free.map(({ left }) => left)),
    all: sumOf(free.map(({ all }) => all)),
  };
  return [...free, total].map(({ name, pods: count, left, all }) => {
    const amounts = resources.map(resource => `${resource} ${share(resource, left, all)}`);
    return `${name}: ${count} pods, free: ${amounts.join(', ')}`;
  });
}

function share(resource: string, left: Amounts, all: Amounts): string {
  const key = `requests.${resource}`;
  const [free = 0n, whole = 0n] = [left.get(key), all.get(key)];
  return `${amountText(key, free)} of ${amountText(key, whole)} (${whole === 0n ? 0n : (100n * free) / whole} %)`;
}

function leftOf(node: Manifest, pods: readonly Manifest[]): Amounts {
  const used = sumOf(pods.map(requestsOf));
  return new Map([...allocatable(node)].map(([name, amount]) => [name, amount - (used.get(name) ?? 0n)]));
}

/** In the words of a container's requests, so that one reader serves both. */
function allocatable({ status }: Manifest): Amounts {
  return amountsOf({ resources: { requests: (status as JsonMap)['allocatable'] as JsonMap } });
}

/** Init containers run before the others, so the larger of both counts. */
function requestsOf({ spec }: Manifest): Amounts {
  const { containers, initContainers = [] } = spec as unknown as Record<string, readonly JsonMap[]>;
  return largestOf([sumOf((containers ?? []).map(amountsOf)), ...initContainers.map(amountsOf)]);
}
