import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import type { EndpointName } from '../components/endpoints.ts';
import { portNameOf } from '../model/endpoint.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { podLabels, selectorOf } from './labels.ts';

/** The Service object through which others reach a service's endpoints. */
export function networkService(scope: Construct, endpoints: readonly EndpointName[]): k8s.KubeService {
  const name = serviceNameOf(scope);
  return new k8s.KubeService(scope, 'Service', {
    metadata: { name, labels: podLabels(scope) },
    spec: { type: 'ClusterIP', selector: selectorOf(name), ports: servicePorts(scope, endpoints) },
  });
}

/** The Service object that gives each pod of a StatefulSet a name of its own. */
export function headlessService(scope: Construct, endpoints: readonly EndpointName[]): k8s.KubeService {
  const name = serviceNameOf(scope);
  return new k8s.KubeService(scope, 'HeadlessService', {
    metadata: { name: `${name}-pods`, labels: podLabels(scope) },
    spec: {
      type: 'ClusterIP',
      clusterIp: 'None',
      publishNotReadyAddresses: true,
      selector: selectorOf(name),
      ports: servicePorts(scope, endpoints),
    },
  });
}

/** Service ports are the container's own numbers, so that a policy and a URL name the same port. */
function servicePorts(scope: Construct, endpoints: readonly EndpointName[]): k8s.ServicePort[] {
  const { surroundings } = ComponentChart.of(scope);
  return endpoints.map(name => {
    const endpoint = surroundings.endpoint(name);
    return {
      name: portNameOf(endpoint),
      port: endpoint.port,
      protocol: 'TCP',
      targetPort: k8s.IntOrString.fromString(portNameOf(endpoint)),
    };
  });
}
