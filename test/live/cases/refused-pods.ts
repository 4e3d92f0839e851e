import { textAt } from '../../../lib/yaml/json-path.ts';
import type { LiveCluster } from '../cluster/live-cluster.ts';

/** Why pods of a namespace were refused: events tell when it was a quota. @param since milliseconds of the clock */
export async function refusedPods({ api }: LiveCluster, namespace: string, since: number): Promise<string[]> {
  const events = await api.list(`/api/v1/namespaces/${namespace}/events`);
  return events
    .filter(
      event =>
        textAt(event, 'reason') === 'FailedCreate' && Date.parse(textAt(event, 'lastTimestamp') ?? '') >= since - 1000,
    )
    .map(event => textAt(event, 'message') ?? '');
}
