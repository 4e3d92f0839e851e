import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { serviceNameOf } from './component-chart.ts';
import { selectorOf } from '../model/labels.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';

/** The Service object through which others reach a service's endpoints. */
export function networkService(scope: Construct, endpoints: readonly Endpoint[]): k8s.KubeService {
  const name = serviceNameOf(scope);
  return new kubernetes.KubeService(scope, 'Service', {
    metadata: { name, labels: podLabels(scope) },
    spec: { type: 'ClusterIP', selector: selectorOf(name), ports: servicePorts(endpoints) },
  });
}

/** The Service object that gives each pod of a StatefulSet a name of its own. */
export function headlessService(scope: Construct, endpoints: readonly Endpoint[]): k8s.KubeService {
  const name = serviceNameOf(scope);
  return new kubernetes.KubeService(scope, 'HeadlessService', {
    metadata: { name: `${name}-pods`, labels: podLabels(scope) },
    spec: {
      type: 'ClusterIP',
      clusterIp: 'None',
      publishNotReadyAddresses: true,
      selector: selectorOf(name),
      ports: servicePorts(endpoints),
    },
  });
}

/** Service ports are the container's own numbers, so that a policy and a URL name the same port. */
function servicePorts(endpoints: readonly Endpoint[]): k8s.ServicePort[] {
  return endpoints.map(endpoint => ({
    name: portNameOf(endpoint),
    port: endpoint.port,
    protocol: 'TCP',
    targetPort: kubernetes.IntOrString.fromString(portNameOf(endpoint)),
  }));
}
