import { listAt, mapAt, textAt, textsAt } from '../../../lib/yaml/json-path.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';

/** A pod that runs, as the API server knows it. */
export interface LivePod {
  readonly title: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly node: string;
  readonly address: string;
  readonly labels: Readonly<Record<string, string>>;

  /** Ports of TCP that its containers declare. */
  readonly ports: readonly number[];
}

/** Pods of a cluster that run on a network of their own, and that nobody is about to end. */
export async function livePods({ api, name }: LiveCluster): Promise<LivePod[]> {
  const all = await api.list('/api/v1/pods');
  return all
    .filter(
      pod => textAt(pod, 'status', 'phase') === 'Running' && textAt(pod, 'metadata', 'deletionTimestamp') === undefined,
    )
    .filter(pod => mapAt(pod, 'spec')['hostNetwork'] !== true)
    .map(pod => {
      const namespace = textAt(pod, 'metadata', 'namespace') ?? '';
      return {
        title: `${name}: ${namespace}/${pod.metadata.name}`,
        cluster: name,
        namespace,
        node: textAt(pod, 'spec', 'nodeName') ?? '',
        address: textAt(pod, 'status', 'podIP') ?? '',
        labels: textsAt(pod, 'metadata', 'labels'),
        ports: listAt(pod, 'spec', 'containers')
          .flatMap(container => listAt(container, 'ports'))
          .filter(port => (textAt(port, 'protocol') ?? 'TCP') === 'TCP')
          .map(port => Number(mapAt(port)['containerPort'])),
      };
    });
}
