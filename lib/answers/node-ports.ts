import type { Asked } from '../model/ask.ts';
import { localNameOf, portNameOf } from '../model/endpoint.ts';
import { labelsOf, ordinalSelector, podLabelsOf } from '../model/labels.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Answer } from './answer.ts';

/** A Service that opens a node port for each endpoint of a component that somebody outside its cluster calls. */
export const nodePorts: Answer<'flow'> = {
  to: 'flow',
  recipient: 'component',
  concerns: ({ what: { from, to } }, surroundings) => {
    if (typeof to === 'string' || !('endpoint' in to) || from === 'ingress') return [];
    const callee = surroundings.endpoint(to.endpoint).component;
    return from === 'tailnet' || !surroundings.together(from.component, callee) ? [callee] : [];
  },
  objects: (_component, asked, surroundings) => calledFrom(asked).map(name => nodePortService(name, surroundings)),
};

function calledFrom(asked: readonly Asked<'flow'>[]): string[] {
  const names = asked.flatMap(({ what: { to } }) => (typeof to === 'object' && 'endpoint' in to ? to.endpoint : []));
  return [...new Set(names)].sort();
}

/** It exists only where somebody asks for it. */
function nodePortService(name: string, surroundings: Surroundings): Manifest {
  const endpoint = surroundings.endpoint(name);
  const { component, service, port, targetPort = portNameOf(endpoint), through } = endpoint;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: `${localNameOf(endpoint)}-nodeport`, labels: labelsOf(component, service) },
    spec: {
      type: 'NodePort',
      selector: {
        ...podLabelsOf(surroundings.platform.components, component, service),
        ...ordinalSelector(through?.ordinal),
      },
      ports: [
        {
          name: portNameOf(endpoint),
          port,
          protocol: 'TCP',
          targetPort,
          nodePort: surroundings.nodePortOf(name),
        },
      ],
    },
  };
}
