import { Construct } from 'constructs';
import { list } from '../model/input/collections.ts';
import { optional } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { shown } from '../model/input/shown.ts';
import type { EndpointReference } from '../model/names.ts';
import type { Offer } from '../model/offer.ts';
import type { Service, ServiceClass } from '../model/service.ts';
import { ask, askerOf, ComponentChart } from './component-chart.ts';
import { admitIngress, connect, connectInternet } from './connections.ts';
import { endpointNamed } from './endpoint-named.ts';
import { holdsForm, refuse } from './refuse.ts';

/** What a row says of pods whose objects are kept as YAML: what no object says, and policies need. */
export interface PlainServiceRow<Offered extends string> {
  /** Labels that find its pods, and no others of its namespace. */
  readonly pods: Readonly<Record<string, string>>;

  /**
   * Its endpoints. The `port` is that of its Service, which has the service's name in the row; where the pods have another,
   * the `targetPort` says it. @default - nobody calls it
   */
  readonly offers?: { readonly [Name in Offered]: Omit<Offer, 'metrics'> };

  /** Endpoints that it calls: bare names of its own component, `<component>/<name>` of others. @default - none */
  readonly calls?: readonly string[];

  /** Hosts of the internet that it calls over HTTPS. @default - none */
  readonly callsInternet?: readonly string[];

  /** Whether it calls the Kubernetes API; its YAML gives it the right to. @default false */
  readonly callsKubernetesApi?: boolean;

  /** Endpoints of its own that an Ingress of its YAML leads to. @default - none */
  readonly behindIngress?: readonly NoInfer<Offered>[];
}

/** A service whose objects are kept as YAML. The row gives it a name, endpoints and flows; policies follow. */
export function plainService<Offered extends string = never>(
  row: PlainServiceRow<Offered>,
): Service<ServiceClass<object>, Offered> {
  const { pods, offers } = row;
  return { construct: flowsOf(row), pods, offers };
}

/** A construct that makes no object, and declares what its row says. */
function flowsOf<Offered extends string>(row: PlainServiceRow<Offered>): ServiceClass<object> {
  const { calls = [], callsInternet = [], callsKubernetesApi = false, behindIngress = [] } = row;
  return class PlainService extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      const isSound = [
        holdsForm(this, 'calls', calls, optional(list(forms.text))),
        holdsForm(this, 'callsInternet', callsInternet, optional(list(forms.hostName))),
        holdsForm(this, 'callsKubernetesApi', callsKubernetesApi, optional(forms.flag)),
        holdsForm(this, 'behindIngress', behindIngress, optional(list(forms.text))),
      ];
      if (!isSound.every(Boolean)) return;
      for (const endpoint of calls) connect(this, endpoint as EndpointReference);
      for (const host of callsInternet) connectInternet(this, host);
      if (callsKubernetesApi) ask(this, 'flow', { from: askerOf(this), to: 'kubernetes-api' });
      for (const endpoint of behindIngress) admitThere(this, endpoint);
    }
  };
}

/** @throws Error for an endpoint that is not offered */
function admitThere(scope: Construct, endpoint: string): void {
  const { surroundings, component } = ComponentChart.of(scope);
  const { name } = endpointNamed(endpoint, component, surroundings);
  const cluster = surroundings.clusterOf(component);
  if (cluster.ingress) return admitIngress(scope, name);
  const message = `'behindIngress' (${shown(endpoint)}) needs an ingress controller, but cluster '${cluster.name}' has none`;
  refuse(scope, 'not-served-here', `${message}. It must be left out, or the component must run on another cluster`);
}
