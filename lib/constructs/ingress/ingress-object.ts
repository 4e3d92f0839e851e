import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { portNameOf } from '../../model/endpoint.ts';
import type { IngressController } from '../../model/cluster.ts';
import type { Endpoint } from '../../model/endpoint.ts';
import { issuerAnnotation } from '../../model/certificate.ts';
import { tlsEntries } from '../../model/secret-ref.ts';
import { ask, ComponentChart, ownEndpoint, serviceNameOf } from '../component-chart.ts';
import { admitIngress } from '../connections.ts';
import { endpointNamed } from '../endpoint-named.ts';
import { inNoBase } from '../in-no-base.ts';
import { kubernetes } from '../kubernetes.ts';
import { podLabels } from '../labels.ts';
import { refuse } from '../refuse.ts';
import type { Ingress, IngressHost, IngressPath } from './ingress.ts';

/** The Ingress of a service, with the flows that it means. It has hosts, which no two environments share: so it is in no base. */
export function ingressObject(
  scope: Construct,
  { hosts, tls = 'issuer', annotations = {} }: Ingress,
  controller: IngressController,
): void {
  const name = serviceNameOf(scope);
  const issuer = ComponentChart.of(scope).surroundings.environment?.issuer ?? 'production';
  if (tls !== 'issuer') for (const entry of tlsEntries(tls)) ask(scope, 'secret', entry);
  checkAnnotations(scope, annotations);

  const object = new kubernetes.KubeIngress(scope, 'Ingress', {
    metadata: {
      name,
      labels: podLabels(scope),
      annotations: {
        ...controller.annotations,
        ...annotations,
        ...(tls === 'issuer' && { [issuerAnnotation]: issuer }),
      },
    },
    spec: {
      ingressClassName: controller.className,
      rules: hosts.map(host => ruleOf(scope, host)),
      tls: [
        {
          hosts: [...new Set(hosts.map(({ host }) => host))],
          secretName: tls === 'issuer' ? `${name}-tls` : tls.secret,
        },
      ],
    },
  });
  inNoBase(object);
}

function ruleOf(scope: Construct, { host, paths = [{ path: '/' }] }: IngressHost): k8s.IngressRule {
  return { host, http: { paths: paths.map(path => pathOf(scope, path)) } };
}

function pathOf(scope: Construct, { path, pathType = 'Prefix', endpoint: name }: IngressPath): k8s.HttpIngressPath {
  const { surroundings, component } = ComponentChart.of(scope);
  const endpoint: Endpoint = name === undefined ? ownEndpoint(scope) : endpointNamed(name, component, surroundings);
  admitIngress(scope, endpoint.name);
  return { path, pathType, backend: { service: { name: endpoint.serviceName, port: { name: portNameOf(endpoint) } } } };
}

/** What others say by annotations, and so nobody here. */
const reserved =
  /^(?:[a-z]+\.)?(?:cert-manager\.io|argocd\.argoproj\.io|plainsail\.dev)\/|^kubernetes\.io\/ingress\.class$/;

function checkAnnotations(scope: Construct, annotations: Readonly<Record<string, string>>): void {
  for (const key of Object.keys(annotations).filter(each => reserved.test(each))) {
    refuse(scope, 'reserved', `'ingress.annotations': '${key}' must be left out, the program itself says what it says`);
  }
}
