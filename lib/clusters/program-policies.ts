import { blocks, notInternet, podsPeer } from '../answers/policies.ts';
import type { ChartProgram, ProgramCall, ProgramCaller } from '../model/chart-programs.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { repositoryPorts } from './repository-ports.ts';

/** One way in or out, as a policy states it. No ports are all ports. */
type Way = readonly [peers: readonly JsonMap[], ports: readonly number[]];

/**
 * The network policies of the programs of a chart: one for each, that allows what its row says and nothing else.
 *
 * @param programs all that run in the namespace
 */
export function programPolicies(
  namespace: string,
  programs: readonly ChartProgram[],
  cluster: Cluster,
  platform: Platform,
): Manifest[] {
  return programs.map(program => {
    const ingress = (program.answers ?? []).flatMap(({ port, from }) =>
      from.map((caller): Way => [callers(caller, programs, cluster), [port]]),
    );
    const egress = [
      ...siblings(program, programs),
      ...(program.calls ?? []).map(call => destination(call, cluster, platform)),
    ].filter(([peers]) => peers.length > 0);
    return {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: program.name, namespace },
      spec: {
        podSelector: { matchLabels: { ...program.labels } },
        policyTypes: ['Ingress', 'Egress'],
        ...(ingress.length > 0 && { ingress: ingress.map(way => side('from', way)) }),
        ...(egress.length > 0 && { egress: egress.map(way => side('to', way)) }),
      },
    };
  });
}

function side(name: 'from' | 'to', [peers, ports]: Way): Json {
  return {
    [name]: [...peers],
    ...(ports.length > 0 && { ports: ports.map(port => ({ port, protocol: 'TCP' })) }),
  };
}

function callers(caller: ProgramCaller, programs: readonly ChartProgram[], cluster: Cluster): JsonMap[] {
  // It is no pod, and comes from its node: by its address there, or by that of the node's bridge.
  if (caller === 'kubernetes-api') {
    return blocks([...new Set([...cluster.apiServer.cidrs, ...cluster.nodePortSources])]);
  }
  // Who may scrape is said on the other side, where all is denied that is not declared.
  if (caller === 'monitoring') return [{ namespaceSelector: {} }];
  return programs.filter(({ name }) => name === caller.program).map(podsOf);
}

/** Other programs of the chart that say that this one calls them. */
function siblings({ name }: ChartProgram, programs: readonly ChartProgram[]): Way[] {
  return programs.flatMap(other =>
    (other.answers ?? [])
      .filter(({ from }) => from.some(caller => typeof caller === 'object' && caller.program === name))
      .map(({ port }): Way => [[podsOf(other)], [port]]),
  );
}

function destination(call: ProgramCall, cluster: Cluster, platform: Platform): Way {
  switch (call) {
    case 'kubernetes-api':
      return [blocks(cluster.apiServer.cidrs), [cluster.apiServer.port]];
    case 'kubelets':
      return [blocks(cluster.kubelets.cidrs), [cluster.kubelets.port]];
    case 'other-clusters': {
      const ports = platform.clusters
        .filter(other => other !== cluster)
        .map(({ apiServerUrl }) => Number(new URL(apiServerUrl).port));
      return [ports.length > 0 ? blocks([cluster.tailnetCidr]) : [], [...new Set(ports)].sort()];
    }
    case 'repositories':
      // A repository may lie in a private network, and only its name is known.
      return [[{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } }], repositoryPorts(platform)];
    case 'ingress':
      // Its own ports are not known: what comes by a Service of the type LoadBalancer arrives at them.
      return [cluster.ingress ? [podsPeer(cluster.ingress)] : [], []];
    default:
      if ('pods' in call) {
        return [[{ namespaceSelector: {}, podSelector: { matchLabels: { ...call.pods } } }], [call.port]];
      }
      return [[{ ipBlock: { cidr: '0.0.0.0/0', except: notInternet } }], [call.port]];
  }
}

function podsOf({ labels }: ChartProgram): JsonMap {
  return { podSelector: { matchLabels: { ...labels } } };
}
