import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import type { ClusterView } from './cluster-view.ts';
import { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import { podsOfService } from './service-pods.ts';
import { targetPorts } from './service-ports.ts';

/** Everything that an Ingress leads to. */
export function backendsOf({ spec }: Manifest): Json[] {
  const paths = listAt(spec, 'rules').flatMap(rule => listAt(rule, 'http', 'paths'));
  return [at(spec, 'defaultBackend'), ...paths.map(path => at(path, 'backend'))].filter(each => each !== undefined);
}

/** Whether a backend of an Ingress means a port of a Service, by its name or its number. */
export function meansPort(backend: Json, port: Json): boolean {
  const name = at(backend, 'service', 'port', 'name');
  return name === undefined ? at(port, 'port') === at(backend, 'service', 'port', 'number') : at(port, 'name') === name;
}

/** The pods that a backend of an Ingress leads to, and on which of their ports; none where its Service is missing. */
export function podsBehind(
  backend: Json,
  namespace: string,
  { services, network }: ClusterView,
): { readonly pod: Pod; readonly ports: NumberSet }[] {
  const service = services.get(`${namespace}/${textAt(backend, 'service', 'name') ?? ''}`);
  const entries = listAt(service, 'spec', 'ports').filter(port => meansPort(backend, port));
  if (!service || at(service, 'spec', 'selector') === undefined) return [];
  return podsOfService(service, network).map(pod => ({
    pod,
    ports: NumberSet.union(entries.map(entry => targetPorts(entry, pod))),
  }));
}
