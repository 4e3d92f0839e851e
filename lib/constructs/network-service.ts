import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { grouped } from '../model/grouped.ts';
import { serviceNameOf } from './component-chart.ts';
import { ordinalSelector, selectorOf } from '../model/labels.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { oncePerPort } from './opened-endpoints.ts';

/** The Service objects through which others reach a service's endpoints: the one of its name, and those of other names. */
export function networkServices(scope: Construct, endpoints: readonly Endpoint[]): void {
  const own = serviceNameOf(scope);
  for (const [name, offered] of grouped(endpoints, ({ serviceName }) => serviceName)) {
    const { headless = false, publishNotReadyAddresses, ordinal } = offered[0]!.through ?? {};
    new kubernetes.KubeService(scope, name === own ? 'Service' : `Service-${name}`, {
      metadata: { name, labels: podLabels(scope) },
      spec: {
        type: 'ClusterIP',
        clusterIp: headless ? 'None' : undefined,
        publishNotReadyAddresses,
        selector: { ...selectorOf(own), ...ordinalSelector(ordinal) },
        ports: servicePorts(offered),
      },
    });
  }
}

/** Name of the Service object that gives each pod of a StatefulSet a name of its own. */
export function podsServiceName(service: string): string {
  return `${service}-pods`;
}

/** The Service object that gives each pod of a StatefulSet a name of its own. */
export function headlessService(scope: Construct, endpoints: readonly Endpoint[]): k8s.KubeService {
  const name = serviceNameOf(scope);
  return new kubernetes.KubeService(scope, 'HeadlessService', {
    metadata: { name: podsServiceName(name), labels: podLabels(scope) },
    spec: {
      type: 'ClusterIP',
      clusterIp: 'None',
      publishNotReadyAddresses: true,
      selector: selectorOf(name),
      ports: servicePorts(endpoints),
    },
  });
}

/**
 * Service ports are the container's own numbers, so that a policy and a URL name the same port. Pods that an operator makes may
 * know a port by its number alone, which their offer then says.
 */
function servicePorts(endpoints: readonly Endpoint[]): k8s.ServicePort[] {
  return oncePerPort(endpoints).map(endpoint => ({
    name: portNameOf(endpoint),
    port: endpoint.port,
    protocol: 'TCP',
    targetPort:
      endpoint.targetPort === undefined
        ? kubernetes.IntOrString.fromString(portNameOf(endpoint))
        : kubernetes.IntOrString.fromNumber(endpoint.targetPort),
  }));
}
