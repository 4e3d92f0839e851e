import { listAt, numberAt, textAt, textsAt } from '../../lib/yaml/json-path.ts';
import type { Json } from '../../lib/yaml/json.ts';

/** Node ports that a Service opens. */
export function nodePortsOf(service: Json): number[] {
  return listAt(service, 'spec', 'ports')
    .map(port => numberAt(port, 'nodePort'))
    .filter(port => port !== undefined);
}

/** Whether a Service leads to the pods of a service in a namespace. */
export function leadsTo(service: Json, namespace: string, name: string): boolean {
  return (
    textAt(service, 'metadata', 'namespace') === namespace
    && textsAt(service, 'spec', 'selector')['app.kubernetes.io/name'] === name
  );
}
