import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt, textAt } from '../../yaml/json-path.ts';
import { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import { portsOf } from './ports.ts';

/**
 * The ports of a pod that a port of a Service leads to. Policies never see a Service's own port, because its address
 * is translated first.
 *
 * @param port the number that callers use: the Service's port, or its node port
 */
export function arrivalPorts(service: Manifest, which: 'port' | 'nodePort', port: number, pod: Pod): NumberSet {
  return NumberSet.union(
    listAt(service, 'spec', 'ports')
      .filter(entry => at(entry, which) === port)
      .map(entry => targetPorts(entry, pod)),
  );
}

/** The ports of a pod that one entry of a Service leads to: a number, or the name of a port of the pod. */
export function targetPorts(entry: Json, pod: Pod): NumberSet {
  const protocol = textAt(entry, 'protocol') ?? 'TCP';
  const target = at(entry, 'targetPort') ?? at(entry, 'port');
  if (typeof target === 'number') return portsOf(protocol, target);
  return NumberSet.union(
    pod.ports
      .filter(({ name, protocol: own }) => name === target && own === protocol)
      .map(({ number }) => portsOf(protocol, number)),
  );
}
