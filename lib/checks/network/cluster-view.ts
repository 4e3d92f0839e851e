import { challengePods } from '../../clusters/issuers.ts';
import type { Cluster } from '../../model/cluster.ts';
import { namespaceOf, titleOf } from '../../synth/manifest.ts';
import type { Manifest } from '../../synth/manifest.ts';
import { grouped } from '../grouped.ts';
import { at, listAt, textAt, textsAt } from '../json-path.ts';
import { containersOf, podTemplateOf } from '../pods.ts';
import type { World } from '../world.ts';
import { ClusterNetwork } from './cluster-network.ts';
import type { Namespace, Pod } from './pod.ts';
import type { NamedPort } from './ports.ts';

/** A cluster as the checks see its network. */
export interface ClusterView {
  readonly cluster: Cluster;
  readonly network: ClusterNetwork;

  /** The pods that each workload makes. */
  readonly podsOf: ReadonlyMap<Manifest, Pod>;

  /** The pods that are called like a service, by `<namespace>/<service>`. */
  readonly servicePods: ReadonlyMap<string, readonly Pod[]>;

  /** Service objects by `<namespace>/<name>`. */
  readonly services: ReadonlyMap<string, Manifest>;

  /** The Service object that opens each node port. */
  readonly nodePorts: ReadonlyMap<number, Manifest>;

  /** Pods that the cluster runs by itself. */
  readonly dns: Pod;
  readonly ingress: Pod | undefined;
}

// No namespace has such a name, so it stands for all that nobody rendered.
const elsewhere = '(any other)';

/** Every cluster's view, by the cluster's name. */
export function clusterViews(world: World): ReadonlyMap<string, ClusterView> {
  return new Map(world.facts.platform.clusters.map(cluster => [cluster.name, viewOf(cluster, world)]));
}

function viewOf(cluster: Cluster, world: World): ClusterView {
  const manifests = world.units.filter(unit => unit.cluster === cluster.name).flatMap(unit => unit.manifests);
  const podsOf = new Map(manifests.flatMap((manifest): [Manifest, Pod][] => {
    const pod = podOf(manifest);
    return pod ? [[manifest, pod]] : [];
  }));
  const dns = givenPod('the DNS servers', cluster.dns);
  const ingress = cluster.ingress && givenPod('the ingress controller', cluster.ingress);
  const known = [...podsOf.values(), dns, ...(ingress ? [ingress] : []), ...challenged(manifests)];
  const namespaces = namespacesOf(manifests, known);
  const pods = [...known, ...namespaces.map(strangerIn)];
  const policies = manifests.filter(({ kind }) => kind === 'NetworkPolicy');
  const services = manifests.filter(({ kind }) => kind === 'Service');
  return {
    cluster,
    network: new ClusterNetwork(namespaces, pods, policies),
    podsOf,
    servicePods: grouped(podsOf.values(), pod => `${pod.namespace}/${pod.labels['app.kubernetes.io/name'] ?? ''}`),
    services: new Map(services.map(service => [`${namespaceOf(service) ?? ''}/${service.metadata.name}`, service])),
    nodePorts: new Map(services.flatMap(service => nodePortsOf(service).map(nodePort => [nodePort, service]))),
    dns,
    ingress,
  };
}

function podOf(manifest: Manifest): Pod | undefined {
  const template = podTemplateOf(manifest);
  if (!template) return undefined;
  const namespace = namespaceOf(manifest) ?? '';
  const ports = containersOf(manifest).flatMap(({ spec }) => listAt(spec, 'ports').map((port): NamedPort => ({
    name: textAt(port, 'name') ?? '',
    number: Number(at(port, 'containerPort')),
    protocol: textAt(port, 'protocol') ?? 'TCP',
  })));
  return { title: `${titleOf(manifest)} of namespace '${namespace}'`, namespace, labels: template.labels, ports };
}

function givenPod(title: string, { namespace, labels }: { namespace: string; labels: Pod['labels'] }): Pod {
  return { title, namespace, labels, ports: [] };
}

/** Pods that answer for certificates: cert-manager starts them beside each Ingress. */
function challenged(manifests: readonly Manifest[]): Pod[] {
  const ingresses = manifests.filter(({ kind }) => kind === 'Ingress');
  const namespaces = new Set(ingresses.map(ingress => namespaceOf(ingress) ?? ''));
  return [...namespaces].map(namespace => (
    givenPod(`the certificate challenges of namespace '${namespace}'`, { namespace, labels: challengePods.labels })
  ));
}

function namespacesOf(manifests: readonly Manifest[], pods: readonly Pod[]): Namespace[] {
  const labels = new Map(manifests.filter(({ kind }) => kind === 'Namespace')
    .map(manifest => [manifest.metadata.name, textsAt(manifest, 'metadata', 'labels')]));
  const names = new Set([...labels.keys(), ...pods.map(({ namespace }) => namespace), elsewhere]);
  return [...names].map(name => ({ name, labels: labels.get(name) ?? {} }));
}

/** A pod that nobody rendered, without labels: only a selector that is too wide finds it. */
function strangerIn({ name }: Namespace): Pod {
  const title = name === elsewhere ? 'pods of any namespace' : `any pod of namespace '${name}'`;
  return { title, namespace: name, labels: {}, ports: [] };
}

function nodePortsOf(service: Manifest): number[] {
  return listAt(service, 'spec', 'ports').flatMap(entry => {
    const nodePort = at(entry, 'nodePort');
    return typeof nodePort === 'number' ? [nodePort] : [];
  });
}
