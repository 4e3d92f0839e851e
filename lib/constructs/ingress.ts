import type { Construct } from 'constructs';
import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Cluster } from '../model/cluster.ts';
import { forms } from '../model/input/forms.ts';
import { shown } from '../model/input/shown.ts';
import type { Surroundings } from '../model/surroundings.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { admitIngress } from './connections.ts';
import { inNoBase } from './in-no-base.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { holdsForm, refuse } from './refuse.ts';

/** The way in for people, with a certificate of the environment's issuer, on clusters that have both. */
export function ingress(scope: Construct, host: string, endpoint: Endpoint): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const name = serviceNameOf(scope);
  const cluster = surroundings.clusterOf(component);
  holdsForm(scope, 'host', host, forms.hostName);
  const lacks = [
    ...(cluster.ingress ? [] : ['an ingress controller']),
    ...(certifies(surroundings, cluster) ? [] : ["'cert-manager'"]),
  ];
  if (lacks.length > 0) {
    const message = `'host' (${shown(host)}) needs ${lacks.join(' and ')}, but cluster '${cluster.name}' has none`;
    refuse(
      scope,
      'not-served-here',
      `${message}. It must be left out there, or the component must run on another cluster`,
    );
  }
  if (!cluster.ingress) return;

  admitIngress(scope, endpoint.name);
  const object = new kubernetes.KubeIngress(scope, 'Ingress', {
    metadata: {
      name,
      labels: podLabels(scope),
      annotations: { 'cert-manager.io/cluster-issuer': surroundings.environment?.issuer ?? 'production' },
    },
    spec: {
      ingressClassName: cluster.ingress.className,
      rules: [
        {
          host,
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name, port: { name: portNameOf(endpoint) } } },
              },
            ],
          },
        },
      ],
      tls: [{ hosts: [host], secretName: `${name}-tls` }],
    },
  });
  inNoBase(object); // it has a host, which no two environments share
}

/** Whether something makes the certificate. The base has no clusters, so nothing is missing there. */
function certifies({ environment }: Surroundings, { operators }: Cluster): boolean {
  return environment === undefined || operators.includes('cert-manager');
}
