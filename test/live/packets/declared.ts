import { isService } from '../../../lib/model/flow.ts';
import type { Caller } from '../../../lib/model/flow.ts';
import type { Surroundings } from '../../../lib/model/surroundings.ts';
import { synthesize } from '../../../lib/synthesis.ts';
import type { EnvironmentDelivery } from '../../../lib/synth/delivery.ts';
import { ownProgram } from '../../fixtures/own-program.ts';
import type { LivePod } from './live-pods.ts';

/** The flows that the code declares, asked of pods as they run. Nothing here has seen a policy. */
export class Declared {
  private readonly environments: readonly EnvironmentDelivery[];

  private constructor(environments: readonly EnvironmentDelivery[]) {
    this.environments = environments;
  }

  static async ofOwnRows(): Promise<Declared> {
    const { delivery } = await synthesize(ownProgram);
    return new Declared(delivery.environments);
  }

  /** Whether a pod belongs to a component, and so is judged. */
  isOurs(pod: LivePod): boolean {
    return this.placeOf(pod) !== undefined;
  }

  /** Whether a pod may connect to a port of another pod of its cluster. */
  amongPods(from: LivePod, to: LivePod, port: number): boolean {
    return this.flowsFrom(from).some(({ endpoint, here }) => endpoint !== undefined && isAt(to, port, endpoint, here));
  }

  /** Whether the ingress controller of a cluster may connect to a port of a pod there. */
  ingressTo(to: LivePod, port: number): boolean {
    return this.environments.some(({ flows, surroundings: here }) =>
      flows.some(
        ({ from, to: where }) =>
          from === 'ingress'
          && typeof where !== 'string'
          && 'endpoint' in where
          && isAt(to, port, where.endpoint, here),
      ),
    );
  }

  /** Whether a pod may connect to its cluster's API server or kubelets. */
  toCluster(from: LivePod, program: 'kubernetes-api' | 'kubelets'): boolean {
    return this.flowsFrom(from).some(flow => flow.program === program);
  }

  /** Whether a pod may connect to a node port of another cluster. */
  toNodePort(from: LivePod, cluster: string, nodePort: number): boolean {
    return this.flowsFrom(from).some(
      ({ endpoint, here }) =>
        endpoint !== undefined
        && here.clusterOf(here.endpoint(endpoint).component).name === cluster
        && from.cluster !== cluster
        && here.nodePortOf(endpoint) === nodePort,
    );
  }

  /** Whether a pod's port is reached through a node port, so that whoever comes over the tailnet or from a node may. */
  throughNodePort(to: LivePod, port: number): boolean {
    return this.environments.some(({ flows, surroundings: here }) =>
      flows.some(({ from, to: where }) => {
        if (typeof where === 'string' || !('endpoint' in where)) return false;
        return comesFromOutside(from, where.endpoint, here) && isAt(to, port, where.endpoint, here);
      }),
    );
  }

  private flowsFrom(pod: LivePod): { here: Surroundings; endpoint?: string; program?: string }[] {
    return this.environments.flatMap(({ flows, surroundings: here }) =>
      flows
        .filter(({ from }) => isService(from) && isOf(pod, here, from.component, from.service))
        .map(({ to }) => {
          if (typeof to === 'string') return { here, program: to };
          return 'endpoint' in to ? { here, endpoint: to.endpoint } : { here };
        }),
    );
  }

  private placeOf(pod: LivePod): string | undefined {
    return this.environments
      .flatMap(({ surroundings: here }) => here.components.filter(component => isIn(pod, here, component)))
      .at(0);
  }
}

function comesFromOutside(from: Caller, endpoint: string, here: Surroundings): boolean {
  if (from === 'tailnet') return true;
  return isService(from) && !here.together(from.component, here.endpoint(endpoint).component);
}

/** Whether a port of a pod is what an endpoint means. */
function isAt(pod: LivePod, port: number, endpoint: string, here: Surroundings): boolean {
  const { component, service, port: offered, targetPort = offered } = here.endpoint(endpoint);
  return targetPort === port && isOf(pod, here, component, service);
}

function isOf(pod: LivePod, here: Surroundings, component: string, service: string): boolean {
  return isIn(pod, here, component) && pod.labels['app.kubernetes.io/name'] === service;
}

function isIn(pod: LivePod, here: Surroundings, component: string): boolean {
  return pod.namespace === here.namespaceOf(component) && pod.cluster === here.clusterOf(component).name;
}
