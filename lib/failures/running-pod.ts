import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import type { JsonMap } from '../yaml/json.ts';
import { listAt, numberAt, textAt } from '../yaml/json-path.ts';
import type { Labels } from './series.ts';

/** One pod that runs, one for each that a workload wants. */
export interface RunningPod {
  readonly cluster: Cluster;
  readonly component: string;
  readonly service: string;
  readonly namespace: string;
  readonly name: string;
  readonly node: string;
  readonly labels: Labels;
  readonly containers: readonly JsonMap[];
  readonly workload: Manifest;
}

/** The number of a container's port, by the name of the port. */
export function portsOf(pod: RunningPod): readonly { readonly name: string; readonly number: number }[] {
  return pod.containers.flatMap(container =>
    listAt(container, 'ports').map(port => ({
      name: textAt(port, 'name') ?? '',
      number: numberAt(port, 'containerPort') ?? 0,
    })),
  );
}
