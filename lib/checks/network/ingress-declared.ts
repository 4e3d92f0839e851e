import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { ObjectRule, Place } from '../rule.ts';
import { clusterViews } from './cluster-view.ts';
import { intentOf } from './intent.ts';
import { NumberSet } from './number-set.ts';
import { portsText } from './ports.ts';
import { backendsOf, podsBehind } from './backends.ts';

export const ingressDeclared: ObjectRule = {
  id: 'ingress-declared',
  why: 'An Ingress without a flow leads to pods whose policies turn away every request that it passes on.',
  fix: "Let the service's shape make it, by 'host' or 'ingress', or declare the flow with admitIngress().",
  kinds: ['Ingress'],

  check: (manifest, place) => {
    const { unit, world } = place;
    const { ingress } = world.once(clusterViews).get(unit.cluster)!;
    if (!ingress) return [`is on cluster '${unit.cluster}', which has no ingress controller that would read it`];
    return [...new Set(backendsOf(manifest).flatMap(backend => problemsOf(backend, manifest, place)))];
  },
};

/** Each pod behind a backend must be meant to be called by the ingress controller. What is not there is told by others. */
function problemsOf(backend: Json, manifest: Manifest, { unit, world }: Place): string[] {
  const view = world.once(clusterViews).get(unit.cluster)!;
  const name = textAt(backend, 'service', 'name') ?? '';
  return podsBehind(backend, namespaceOf(manifest) ?? '', view).flatMap(({ pod, ports }) => {
    const meant = world.once(intentOf).get(pod)?.Ingress.pods.get(view.ingress!) ?? NumberSet.empty;
    const closed = ports.minus(meant);
    if (closed.isEmpty) return [];
    return [
      `leads through Service '${name}' to ${pod.title} on ${portsText(closed)}, which no flow from the ingress controller declares`,
    ];
  });
}
