import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import { containersOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';
import type { World } from '../world.ts';

// The form of IANA's service names: letters, digits and single hyphens, with a letter among them.
const portName = /^(?=.*[a-z])(?!.*--)[a-z0-9]([a-z0-9-]{0,13}[a-z0-9])?$/;
const numbers = ['port', 'containerPort', 'hostPort', 'targetPort', 'nodePort', 'endPort'];

export const validPort: ObjectRule = {
  id: 'valid-port',
  why: 'The API server refuses port numbers out of range, and port names of more than 15 characters.',
  fix: 'Correct the port or its name where the service offers it.',
  kinds: known => [...workloadKinds(known), 'Service', 'NetworkPolicy'],

  check: (manifest, { world }) =>
    portsOf(manifest, world).flatMap(port => [
      ...[at(port, 'name'), at(port, 'targetPort'), at(port, 'port')]
        .filter(name => typeof name === 'string' && !portName.test(name))
        .map(name => `has a port named '${String(name)}', which must match ${portName.source}`),
      ...numbers
        .map(field => ({ field, number: at(port, field) }))
        .filter(({ number }) => typeof number === 'number' && (number < 1 || number > 65535))
        .map(({ field, number }) => `has the ${field} ${String(number)}, which must be from 1 to 65535`),
    ]),
};

function portsOf(manifest: Manifest, world: World): Json[] {
  const { kind, spec } = manifest;
  if (kind === 'Service') return [...listAt(spec, 'ports')];
  if (kind !== 'NetworkPolicy')
    return containersOf(manifest, world).flatMap(container => listAt(container.spec, 'ports'));
  return [...listAt(spec, 'ingress'), ...listAt(spec, 'egress')].flatMap(rule => listAt(rule, 'ports'));
}
