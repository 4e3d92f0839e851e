import { portNameOf } from '../model/endpoint.ts';
import type { Flow } from '../model/flow.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Manifest } from '../model/manifest.ts';

/** Endpoints that somebody outside their cluster calls: services on other clusters, or the site. Sorted. */
export function exposedEndpoints(flows: readonly Flow[], surroundings: Surroundings): string[] {
  const exposed = new Set<string>();
  for (const { from, to } of flows) {
    if (typeof to === 'string' || !('endpoint' in to) || from === 'ingress') continue;
    const callee = surroundings.endpoint(to.endpoint).component;
    if (from === 'tailnet' || !surroundings.together(from.component, callee)) exposed.add(to.endpoint);
  }
  return [...exposed].sort();
}

/** The Service that opens a node port for one endpoint. It exists only where somebody asks for it. */
export function nodePortService(endpointName: string, surroundings: Surroundings): Manifest {
  const endpoint = surroundings.endpoint(endpointName);
  const { component, service, port } = endpoint;
  const selector = { 'app.kubernetes.io/name': service };
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `${endpointName}-nodeport`,
      labels: { ...selector, 'app.kubernetes.io/part-of': component },
    },
    spec: {
      type: 'NodePort',
      selector,
      ports: [
        {
          name: portNameOf(endpoint),
          port,
          protocol: 'TCP',
          targetPort: portNameOf(endpoint),
          nodePort: surroundings.nodePortOf(endpointName),
        },
      ],
    },
  };
}
