import type { Endpoint } from '../../model/endpoint.ts';
import type { Flow } from '../../model/flow.ts';
import type { Surroundings } from '../../model/surroundings.ts';
import type { Manifest } from '../../synth/manifest.ts';
import type { World } from '../world.ts';
import { addressesOf, everyAddress } from './addresses.ts';
import { Allowance } from './allowance.ts';
import { clusterViews } from './cluster-view.ts';
import type { ClusterView } from './cluster-view.ts';
import { NumberSet } from './number-set.ts';
import type { Pod } from './pod.ts';
import type { Direction } from './policy.ts';
import { portsOf } from './ports.ts';
import { arrivalPorts } from './service-ports.ts';

// Stated here a second time on purpose: a proof must not read what it is to prove from where that was made.
const tailnet = blocks(['100.64.0.0/10']);
const internet = everyAddress.minus(blocks([
  '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16',
]));

/** What the declared flows allow each pod, in both directions. */
export type Intent = ReadonlyMap<Pod, Readonly<Record<Direction, Allowance>>>;

/** What every pod of the world is meant to do: its flows, and asking for names. */
export function intentOf(world: World): Intent {
  const views = world.once(clusterViews);
  const intent = new Map<Pod, Record<Direction, Allowance>>();
  for (const view of views.values()) {
    for (const pod of view.podsOf.values()) {
      intent.set(pod, { Ingress: new Allowance(), Egress: new Allowance() });
      allowNames(intent.get(pod)!.Egress, view);
    }
  }
  for (const { flows, surroundings } of world.facts.delivery.environments) {
    for (const flow of flows) apply(flow, { surroundings, views, intent });
  }
  return intent;
}

/** What a flow is seen against. */
interface Scene {
  readonly surroundings: Surroundings;
  readonly views: ReadonlyMap<string, ClusterView>;
  readonly intent: Intent;
}

function allowNames(egress: Allowance, { dns, cluster }: ClusterView): void {
  const ports = NumberSet.union([portsOf('TCP', 53), portsOf('UDP', 53)]);
  egress.allowPod(dns, ports);
  egress.allowAddresses(blocks(cluster.dns.addresses ?? []), ports);
}

function apply({ from, to }: Flow, scene: Scene): void {
  const callers = typeof from === 'object' ? podsOf(from.component, from.service, scene) : [];
  if (to === 'kubernetes-api') {
    for (const pod of callers) allowApi(pod, from as { component: string }, scene);
  } else if ('internet' in to) {
    for (const pod of callers) scene.intent.get(pod)?.Egress.allowAddresses(internet, portsOf('TCP', to.port));
  } else {
    allowEndpoint(from, callers, to.endpoint, scene);
  }
}

function allowApi(pod: Pod, { component }: { component: string }, { surroundings, intent }: Scene): void {
  const { apiServer } = surroundings.clusterOf(component);
  intent.get(pod)?.Egress.allowAddresses(blocks(apiServer.cidrs), portsOf('TCP', apiServer.port));
}

function allowEndpoint(from: Flow['from'], callers: readonly Pod[], name: string, scene: Scene): void {
  const { surroundings } = scene;
  const endpoint = surroundings.endpoint(name);
  const together = typeof from === 'object' && surroundings.together(from.component, endpoint.component);
  for (const callee of podsOf(endpoint.component, endpoint.service, scene)) {
    if (together || from === 'ingress') allowWithin(from, callers, callee, endpoint, scene);
    else allowThroughNodePort(callee, endpoint, surroundings.nodePortOf(name), scene);
  }
  if (typeof from !== 'object' || together) return;
  for (const caller of callers) {
    scene.intent.get(caller)?.Egress.allowAddresses(tailnet, portsOf('TCP', surroundings.nodePortOf(name)));
  }
}
