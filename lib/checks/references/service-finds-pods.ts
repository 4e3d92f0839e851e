import { namespaceOf } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import { clusterViews } from '../network/cluster-view.ts';
import { NumberSet } from '../network/number-set.ts';
import type { Pod } from '../network/pod.ts';
import { portsOf } from '../network/ports.ts';
import { podsOfService } from '../network/service-pods.ts';
import { targetPorts } from '../network/service-ports.ts';
import type { ObjectRule } from '../rule.ts';

export const serviceFindsPods: ObjectRule = {
  id: 'service-finds-pods',
  why: 'A Service whose selector or port finds nothing takes requests and answers none of them.',
  fix: "Correct the Service's selector or target port, or the labels or ports of its pods, in the construct.",
  kinds: ['Service'],
  exemptible: true,

  check: (manifest, { unit, world }) => {
    const selector = at(manifest, 'spec', 'selector');
    if (selector === undefined) return ['selects no pods, so its addresses must be kept by hand'];
    const namespace = namespaceOf(manifest) ?? '';
    const { network } = world.once(clusterViews).get(unit.cluster)!;
    const pods = podsOfService(manifest, network);
    if (pods.length === 0) return [`selects ${JSON.stringify(selector)}, which no pod of namespace '${namespace}' has`];
    return listAt(manifest, 'spec', 'ports').flatMap(port => {
      const target = String(at(port, 'targetPort') ?? at(port, 'port'));
      return pods
        .filter(pod => !isOpen(port, pod))
        .map(({ title }) => `leads port ${String(at(port, 'port'))} to '${target}', which is no port of ${title}`);
    });
  },
};

function isOpen(port: Json, pod: Pod): boolean {
  const target = targetPorts(port, pod);
  const open = NumberSet.union(pod.ports.map(({ protocol, number }) => portsOf(protocol, number)));
  return !target.isEmpty && target.minus(open).isEmpty;
}
