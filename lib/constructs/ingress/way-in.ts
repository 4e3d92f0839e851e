import type { Construct } from 'constructs';
import type { Cluster } from '../../model/cluster.ts';
import { forms } from '../../model/input/forms.ts';
import { shown } from '../../model/input/shown.ts';
import type { Surroundings } from '../../model/surroundings.ts';
import { ComponentChart } from '../component-chart.ts';
import { holdsForm, refuse } from '../refuse.ts';
import { ingressForm } from './ingress-forms.ts';
import { ingressObject } from './ingress-object.ts';
import type { Ingress } from './ingress.ts';

/** How people reach a workload. */
export interface WayIn {
  /**
   * Host name under which people reach what the service offers first, through the cluster's ingress. Not allowed together
   * with `ingress`. @default - they do not
   */
  readonly host?: string;

  /** Several hosts, paths, a certificate of one's own, or annotations. @default - as `host` says */
  readonly ingress?: Ingress;
}

/** The way in for people, where one is asked for, on clusters that have what it takes. */
export function wayIn(scope: Construct, { host, ingress }: WayIn): void {
  if (host !== undefined && ingress !== undefined) {
    refuse(scope, 'conflict', `'host' (${shown(host)}) must be left out, because 'ingress' names the hosts`);
  }
  if (ingress !== undefined) {
    if (holdsForm(scope, 'ingress', ingress, ingressForm)) ifServed(scope, "'ingress'", ingress);
  } else if (host !== undefined) {
    holdsForm(scope, 'host', host, forms.hostName);
    ifServed(scope, `'host' (${shown(host)})`, { hosts: [{ host }] });
  }
}

function ifServed(scope: Construct, what: string, ingress: Ingress): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const cluster = surroundings.clusterOf(component);
  const lacks = [
    ...(cluster.ingress ? [] : ['an ingress controller']),
    ...((ingress.tls ?? 'issuer') === 'issuer' && !certifies(surroundings, cluster) ? ["'cert-manager'"] : []),
  ];
  if (lacks.length > 0) {
    const message = `${what} needs ${lacks.join(' and ')}, but cluster '${cluster.name}' has none`;
    refuse(
      scope,
      'not-served-here',
      `${message}. It must be left out there, or the component must run on another cluster`,
    );
  }
  if (cluster.ingress) ingressObject(scope, ingress, cluster.ingress);
}

/** Whether something makes the certificate. The base has no clusters, so nothing is missing there. */
function certifies({ environment }: Surroundings, { operators }: Cluster): boolean {
  return environment === undefined || operators.includes('cert-manager');
}
