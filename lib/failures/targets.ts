import type { ServiceCaller } from '../model/flow.ts';
import type { JsonMap } from '../yaml/json.ts';
import { at, listAt, textAt, textsAt } from '../yaml/json-path.ts';
import { relabelled } from './relabel.ts';
import { nodesOf } from './nodes.ts';
import { portsOf } from './running-pod.ts';
import type { RunningPod } from './running-pod.ts';
import type { Scene } from './scene.ts';
import type { Labels } from './series.ts';
import type { Server } from './servers.ts';

/** What a server reads: a program at an address. */
export interface Target {
  readonly server: Server;
  readonly job: JsonMap;

  /** As they are stored, `job` and `instance` among them. */
  readonly labels: Labels;

  /** The service that answers; none where a node or an API server does. */
  readonly by?: ServiceCaller;

  /** The pod that answers, where it is read itself. */
  readonly pod?: RunningPod;

  /** The node that answers. */
  readonly node?: string;

  /** Whether an API server answers. */
  readonly api?: boolean;
}

type Candidate = Pick<Target, 'api' | 'by' | 'pod' | 'node'> & { readonly labels: Labels };

/** Everything that a server finds when all runs. */
export function targetsOf(server: Server, servers: readonly Server[], scene: Scene): Target[] {
  return server.jobs.flatMap(job =>
    [...fixedOf(job, servers), ...foundBy(server, job, scene)].flatMap(({ labels, ...rest }): Target[] => {
      const kept = relabelled(labels, listAt(job, 'relabel_configs'));
      return kept ? [{ server, job, labels: storedLabels(kept, textAt(job, 'job_name')!), ...rest }] : [];
    }),
  );
}

function storedLabels(labels: Labels, job: string): Labels {
  const shown = Object.entries(labels).filter(([label]) => !label.startsWith('__'));
  return { job, instance: labels['__address__']!, ...Object.fromEntries(shown) };
}

function fixedOf(job: JsonMap, servers: readonly Server[]): Candidate[] {
  return listAt(job, 'static_configs').flatMap(group =>
    listAt(group, 'targets').map((address): Candidate => {
      const labels = textsAt(group, 'labels');
      const { component, service } = labels;
      const [host] = String(address).split(':');
      const handing = at(job, 'params', 'match[]') !== undefined;
      const by =
        component !== undefined && service !== undefined
          ? { component, service }
          : servers.find(({ cluster }) => handing && cluster.tailnetHost === host);
      return { labels: { ...labels, __address__: String(address) }, ...(by && { by }) };
    }),
  );
}

function foundBy(server: Server, job: JsonMap, scene: Scene): Candidate[] {
  return listAt(job, 'kubernetes_sd_configs').flatMap(discovery => {
    const role = textAt(discovery, 'role');
    if (role === 'pod') return podsFound(server, listAt(discovery, 'namespaces', 'names') as readonly string[], scene);
    return role === 'node' ? nodesFound(server) : [apiServer];
  });
}

function podsFound({ cluster }: Server, namespaces: readonly string[], { pods }: Scene): Candidate[] {
  return pods
    .filter(pod => pod.cluster === cluster && namespaces.includes(pod.namespace))
    .flatMap((pod, index) =>
      portsOf(pod).map(({ name, number }) => ({
        pod,
        by: { component: pod.component, service: pod.service },
        labels: {
          __address__: `10.42.0.${index + 10}:${number}`,
          __meta_kubernetes_namespace: pod.namespace,
          __meta_kubernetes_pod_name: pod.name,
          __meta_kubernetes_pod_phase: 'Running',
          __meta_kubernetes_pod_node_name: pod.node,
          __meta_kubernetes_pod_container_port_name: name,
          __meta_kubernetes_pod_container_port_number: String(number),
          ...Object.fromEntries(
            Object.entries(pod.labels).map(([label, value]) => [
              `__meta_kubernetes_pod_label_${label.replaceAll(/[^A-Za-z0-9_]/g, '_')}`,
              value,
            ]),
          ),
        },
      })),
    );
}

function nodesFound({ cluster }: Server): Candidate[] {
  return nodesOf(cluster).map(node => ({
    node,
    labels: { __address__: `${node}:10250`, __meta_kubernetes_node_name: node },
  }));
}

const apiServer: Candidate = {
  api: true,
  labels: {
    __address__: '10.0.0.2:6443',
    __meta_kubernetes_namespace: 'default',
    __meta_kubernetes_service_name: 'kubernetes',
    __meta_kubernetes_endpointslice_port_name: 'https',
  },
};
