import type { Cluster, PodsOf } from '../model/cluster.ts';
import { isService } from '../model/flow.ts';
import type { Caller, ClusterProgram, Destination } from '../model/flow.ts';
import { operatorPods } from '../model/operator-pods.ts';
import { privateRanges } from '../model/private-ranges.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { scrapedProgram } from '../model/tools.ts';
import { inWave, objectWaves } from '../model/sync.ts';
import type { Answer } from './answer.ts';
import type { Asked } from '../model/ask.ts';
import { append } from '../model/grouped.ts';
import { labelsOf, podLabelsOf } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Json, JsonMap } from '../yaml/json.ts';

/** What the internet is not: private networks, the tailnet among them, and the cloud's metadata server. */
export const notInternet = [...privateRanges, '169.254.0.0/16'];

/** One side of a connection, as a policy states it. */
interface Side {
  readonly peers: readonly JsonMap[];
  readonly port: number;
}

/**
 * The network policies of a component: one for each service that takes part in a flow. Together with the namespace's
 * default they allow the declared flows and nothing else.
 */
export const policies: Answer<'flow'> = {
  to: 'flow',
  recipient: 'component',
  concerns: ({ what: { from, to } }, surroundings) => [
    ...(isService(from) ? [from.component] : []),
    ...(typeof to === 'object' && 'endpoint' in to ? [surroundings.endpoint(to.endpoint).component] : []),
  ],
  objects: policiesOf,
};

function policiesOf(component: string, asked: readonly Asked<'flow'>[], surroundings: Surroundings): Manifest[] {
  const ingress = new Map<string, Side[]>();
  const egress = new Map<string, Side[]>();
  for (const { from, to } of asked.map(({ what }) => what)) {
    if (isService(from) && from.component === component) {
      append(egress, from.service, destinationSide(component, to, surroundings));
    }
    if (typeof to === 'string' || !('endpoint' in to)) continue;
    const { component: callee, service, port: opened, targetPort: port = opened } = surroundings.endpoint(to.endpoint);
    if (callee === component) append(ingress, service, { peers: callerPeers(from, component, surroundings), port });
  }

  const services = [...new Set([...ingress.keys(), ...egress.keys()])].sort();
  return services.map(service => {
    const pods = podLabelsOf(surroundings.platform.components, component, service);
    return policy(component, service, pods, ingress.get(service) ?? [], egress.get(service) ?? []);
  });
}

function policy(
  component: string,
  service: string,
  pods: Readonly<Record<string, string>>,
  ingress: readonly Side[],
  egress: readonly Side[],
): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: service,
      labels: labelsOf(component, service),
      annotations: inWave(objectWaves.ground), // a migration that may not reach its database would never end
    },
    spec: {
      podSelector: { matchLabels: { ...pods } },
      policyTypes: ['Ingress', 'Egress'],
      ...(ingress.length > 0 && { ingress: sideTexts(ingress, 'from') }),
      ...(egress.length > 0 && { egress: sideTexts(egress, 'to') }),
    },
  };
}

/** Each side once, in an order that does not depend on who declared it first. */
function sideTexts(sides: readonly Side[], side: 'from' | 'to'): Json[] {
  const unique = new Map(sides.map(each => [JSON.stringify([each.port, each.peers]), each]));
  return [...unique]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { peers, port }]) => ({
      [side]: peers,
      ports: [{ port, protocol: 'TCP' }],
    }));
}

function callerPeers(from: Caller, callee: string, surroundings: Surroundings): JsonMap[] {
  const cluster = surroundings.clusterOf(callee);
  if (from === 'ingress') return [podsPeer(cluster.ingress!)];
  if (from === 'tailnet' || !surroundings.together(from.component, callee)) return nodePortPeers(cluster);
  if ('operator' in from) return [podsPeer(operatorPods(from.operator, surroundings.platform.operators))];
  return [servicePeer(from.component, from.service, callee, surroundings)];
}

/** Who comes through a node port: somebody of the tailnet, whose address may have been rewritten before it is judged. */
function nodePortPeers({ tailnetCidr, nodePortSources }: Cluster): JsonMap[] {
  return blocks([...new Set([tailnetCidr, ...nodePortSources])]);
}

function destinationSide(caller: string, to: Destination, surroundings: Surroundings): Side {
  if (typeof to === 'string') return ownClusterSide(surroundings.clusterOf(caller), to);
  if ('internet' in to) {
    return { peers: [{ ipBlock: { cidr: '0.0.0.0/0', except: notInternet } }], port: to.port };
  }
  if ('tool' in to) {
    const { tool, program, port } = scrapedProgram(to, surroundings.clusterOf(caller), surroundings.platform);
    return { peers: [podsPeer({ namespace: tool.chart.namespace, labels: program.labels })], port };
  }
  const { component, service, port, targetPort = port } = surroundings.endpoint(to.endpoint);
  if (!surroundings.together(caller, component)) {
    return { peers: blocks([surroundings.clusterOf(caller).tailnetCidr]), port: surroundings.nodePortOf(to.endpoint) };
  }
  // Policies see the pod's own port, after the Service address is translated.
  return { peers: [servicePeer(component, service, caller, surroundings)], port: targetPort };
}

function ownClusterSide({ apiServer, kubelets }: Cluster, to: ClusterProgram): Side {
  const { cidrs, port } = to === 'kubelets' ? kubelets : apiServer;
  return { peers: blocks(cidrs), port };
}

function servicePeer(component: string, service: string, seenFrom: string, surroundings: Surroundings): JsonMap {
  const podSelector = { matchLabels: podLabelsOf(surroundings.platform.components, component, service) };
  if (component === seenFrom) return { podSelector };
  return { namespaceSelector: namespaceSelector(surroundings.namespaceOf(component)), podSelector };
}

/** Pods that a cluster itself runs, as one side of a rule. */
export function podsPeer({ namespace, labels }: PodsOf): JsonMap {
  return { namespaceSelector: namespaceSelector(namespace), podSelector: { matchLabels: { ...labels } } };
}

/** The one label of a namespace that nobody can forget or forge. */
function namespaceSelector(namespace: string): JsonMap {
  return { matchLabels: { 'kubernetes.io/metadata.name': namespace } };
}

/** Address ranges as one side of a rule. */
export function blocks(cidrs: readonly string[]): JsonMap[] {
  return cidrs.map(cidr => ({ ipBlock: { cidr } }));
}
