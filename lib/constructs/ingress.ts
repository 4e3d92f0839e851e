import { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portNameOf } from '../model/endpoint.ts';
import type { Endpoint } from '../model/endpoint.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { admitIngress } from './connections.ts';
import { inNoBase } from './in-no-base.ts';
import { podLabels } from './labels.ts';

/**
 * The way in for people, with a certificate of the environment's issuer.
 *
 * @throws Error when the component runs on a cluster without an ingress controller
 */
export function ingress(scope: Construct, host: string, endpoint: Endpoint): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const name = serviceNameOf(scope);
  const cluster = surroundings.clusterOf(component);
  if (!cluster.ingress) {
    throw new Error(
      `${name}: 'host' (${host}) needs an ingress controller, but cluster '${cluster.name}' has none. `
        + 'It must be left out there, or the component must run on another cluster',
    );
  }

  admitIngress(scope, endpoint.name);
  const object = new k8s.KubeIngress(scope, 'Ingress', {
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
