import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import { containersOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';
import type { World } from '../world.ts';

export const statedProtocol: ObjectRule = {
  id: 'stated-protocol',
  why: 'Kustomize and server-side apply find a port by number and protocol, and lose or double one that leaves it out.',
  fix: "Write 'protocol' beside the port in the construct that renders it.",
  kinds: known => [...workloadKinds(known), 'Service', 'NetworkPolicy'],

  check: (manifest, { world }) =>
    portsOf(manifest, world)
      .filter(({ port }) => at(port, 'protocol') === undefined)
      .map(({ where, port }) => `${where} has port ${portText(port)} without a protocol`),
};

function portsOf(manifest: Manifest, world: World): { where: string; port: Json }[] {
  if (manifest.kind === 'Service') return listAt(manifest, 'spec', 'ports').map(port => ({ where: 'spec', port }));
  if (manifest.kind !== 'NetworkPolicy') {
    return containersOf(manifest, world).flatMap(({ title, spec }) =>
      listAt(spec, 'ports').map(port => ({ where: title, port })),
    );
  }
  return ['ingress', 'egress'].flatMap(side =>
    listAt(manifest, 'spec', side).flatMap(rule => listAt(rule, 'ports').map(port => ({ where: side, port }))),
  );
}

function portText(port: Json): string {
  return `'${String(at(port, 'name') ?? at(port, 'containerPort') ?? at(port, 'port'))}'`;
}
