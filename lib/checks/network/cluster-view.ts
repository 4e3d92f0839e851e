import type { Kinds } from '../../kinds/kinds.ts';
import type { Cluster } from '../../model/cluster.ts';
import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { grouped } from '../../model/grouped.ts';
import { at, listAt, textsAt } from '../../yaml/json-path.ts';
import type { Platform } from '../../model/platform.ts';
import type { World } from '../world.ts';
import { challengePodsOf } from './challenges.ts';
import { ClusterNetwork } from './cluster-network.ts';
import { givenPod, podElsewhere, strangerIn, workloadPods } from './known-pods.ts';
import { callingOperators } from './operator-callers.ts';
import type { Namespace, Pod } from './pod.ts';
import { PodIndex } from './pod-index.ts';
import { programPods } from './program-pods.ts';

/** A cluster as the checks see its network. */
export interface ClusterView {
  readonly cluster: Cluster;
  readonly network: ClusterNetwork;

  /**
   * The pods whose connections are judged, by the object that speaks for them: a workload for its own (also those that
   * an operator makes of it), an Ingress for those that answer for its certificate, and the Namespace of a component for
   * any that nobody rendered.
   */
  readonly judged: ReadonlyMap<Manifest, readonly Pod[]>;

  /** Those of them that answer for certificates. */
  readonly challenges: ReadonlySet<Pod>;

  /** The pods that are called like a service, by `<namespace>/<service>`. */
  readonly servicePods: ReadonlyMap<string, readonly Pod[]>;

  /** Service objects by `<namespace>/<name>`. */
  readonly services: ReadonlyMap<string, Manifest>;

  /** The Service object that opens each node port. */
  readonly nodePorts: ReadonlyMap<number, Manifest>;

  /** Pods that the cluster runs by itself. */
  readonly dns: Pod;
  readonly ingress: Pod | undefined;

  /** Pods of operators that call endpoints, by the name of the operator; those that run here. */
  readonly operators: ReadonlyMap<string, Pod>;

  /** Pods of the programs of Argo CD and of operators that run here, by `<tool>/<program>`. */
  readonly programs: ReadonlyMap<string, Pod>;
}

/** Every cluster's view, by the cluster's name. */
export function clusterViews(world: World): ReadonlyMap<string, ClusterView> {
  return new Map(
    world.facts.platform.clusters.map(cluster => {
      const units = world.units.filter(unit => unit.cluster === cluster.name);
      return [
        cluster.name,
        viewOf(
          cluster,
          [
            ...units.flatMap(unit => unit.manifests),
            ...world.brought.filter(({ unit }) => unit.cluster === cluster.name).map(({ manifest }) => manifest),
          ],
          world.kinds,
          world.facts.platform,
        ),
      ];
    }),
  );
}

function viewOf(cluster: Cluster, manifests: readonly Manifest[], kinds: Kinds, platform: Platform): ClusterView {
  const operators = callingOperators(cluster, platform.operators);
  const programs = programPods(cluster, platform, [...operators.values()]);
  const workloads = workloadPods(manifests, kinds);
  const workingPods = [...workloads.values()].flat();
  const challenges = challengePodsOf(manifests, cluster);
  const dns = givenPod('the DNS servers', cluster.dns);
  const ingress = cluster.ingress && givenPod('the ingress controller', cluster.ingress);

  const given = [dns, ...(ingress ? [ingress] : []), ...new Set([...operators.values(), ...programs.values()])];
  const known = [...workingPods, ...challenges.values(), ...given, podElsewhere];
  const namespaces = namespacesOf(manifests, known);
  const strangers = new Map(namespaces.map(({ name }) => [name, strangerIn(name)]));
  const services = [
    ...manifests.filter(({ kind }) => kind === 'Service'),
    ...manifests.flatMap(manifest => kinds.kindOf(manifest)?.services?.(manifest) ?? []),
  ];
  return {
    cluster,
    network: new ClusterNetwork(
      new PodIndex(namespaces, [...known, ...strangers.values()]),
      manifests.filter(({ kind }) => kind === 'NetworkPolicy'),
    ),
    judged: new Map([
      ...workloads,
      ...alone(challenges),
      ...alone(byNamespaceObject(manifests, workingPods, strangers)),
    ]),
    challenges: new Set(challenges.values()),
    servicePods: grouped(workingPods, pod => `${pod.namespace}/${pod.labels['app.kubernetes.io/name'] ?? ''}`),
    services: new Map(services.map(service => [`${namespaceOf(service) ?? ''}/${service.metadata.name}`, service])),
    nodePorts: new Map(services.flatMap(service => nodePortsOf(service).map(nodePort => [nodePort, service]))),
    dns,
    ingress,
    operators,
    programs,
  };
}

function namespacesOf(manifests: readonly Manifest[], pods: readonly Pod[]): Namespace[] {
  const labels = new Map(
    manifests
      .filter(({ kind }) => kind === 'Namespace')
      .map(manifest => [manifest.metadata.name, textsAt(manifest, 'metadata', 'labels')]),
  );
  const names = new Set([...labels.keys(), ...pods.map(({ namespace }) => namespace)]);
  return [...names].map(name => ({ name, labels: labels.get(name) ?? {} }));
}

/** Namespaces without workloads of ours are filled by operators, whose pods are not known here. */
function byNamespaceObject(
  manifests: readonly Manifest[],
  workloads: readonly Pod[],
  strangers: ReadonlyMap<string, Pod>,
): [Manifest, Pod][] {
  const used = new Set(workloads.map(({ namespace }) => namespace));
  return manifests
    .filter(({ kind, metadata: { name } }) => kind === 'Namespace' && used.has(name))
    .map(manifest => [manifest, strangers.get(manifest.metadata.name)!]);
}

/** Each object with the one pod that it speaks for. */
function alone(pods: Iterable<readonly [Manifest, Pod]>): [Manifest, readonly Pod[]][] {
  return [...pods].map(([manifest, pod]) => [manifest, [pod]]);
}

function nodePortsOf(service: Manifest): number[] {
  return listAt(service, 'spec', 'ports')
    .map(port => at(port, 'nodePort'))
    .filter(port => typeof port === 'number');
}
