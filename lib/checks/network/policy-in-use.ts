import { namespaceOf } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import { clusterViews } from './cluster-view.ts';
import type { ObjectRule } from '../rule.ts';

export const policyInUse: ObjectRule = {
  id: 'policy-in-use',
  why: 'A policy that finds no pod protects nothing, and a side of a rule that finds none is misspelt or left over.',
  fix: 'Correct the selector, or remove the flow whose other end is gone.',
  kinds: ['NetworkPolicy'],

  check: (manifest, { unit, world }) => {
    const { network } = world.once(clusterViews).get(unit.cluster)!;
    const namespace = namespaceOf(manifest) ?? '';
    const peers = [
      ['ingress', 'from'],
      ['egress', 'to'],
    ].flatMap(([section, side]) => listAt(manifest, 'spec', section!).flatMap(rule => listAt(rule, side!)));
    const selector = JSON.stringify(at(manifest, 'spec', 'podSelector') ?? {});
    const isUsed = network.selectedBy(manifest).length > 0;
    return [
      ...(isUsed ? [] : [`selects ${selector}, which no pod of its namespace matches`]),
      ...peers
        .filter(peer => at(peer, 'ipBlock') === undefined && network.podsOfPeer(peer, namespace).length === 0)
        .map((peer: Json) => `names ${JSON.stringify(peer)}, which no pod matches`),
    ];
  },
};
