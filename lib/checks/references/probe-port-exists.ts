import type { Json } from '../../yaml/json.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import { containersOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const probePortExists: ObjectRule = {
  id: 'probe-port-exists',
  why: 'A probe of a port that the container does not open always fails, so the pod is never ready.',
  fix: "Probe a port of the container, by the name of its endpoint, in the service's file under lib/components/.",
  kinds: workloadKinds,

  check: (manifest, { world }) =>
    containersOf(manifest, world).flatMap(({ title, spec }) =>
      ['livenessProbe', 'readinessProbe', 'startupProbe']
        .map(probe => ({ probe, port: portOf(at(spec, probe)) }))
        .filter(({ port }) => port !== undefined && !opens(spec, port))
        .map(({ probe, port }) => `${title} has a ${probe} of port '${String(port)}', which it does not open`),
    ),
};

function portOf(probe: Json | undefined): Json | undefined {
  return at(probe, 'httpGet', 'port') ?? at(probe, 'tcpSocket', 'port') ?? at(probe, 'grpc', 'port');
}

function opens(container: Json, port: Json): boolean {
  return listAt(container, 'ports').some(each => at(each, 'name') === port || at(each, 'containerPort') === port);
}
