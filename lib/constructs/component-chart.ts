import { App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { AskKind, Asked, Asker, Asks } from '../model/ask.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Surroundings } from '../model/surroundings.ts';

/** The root of one rendering of a component. It knows where it is, and collects what its services ask for. */
export class ComponentChart extends Chart {
  readonly component: string;
  readonly surroundings: Surroundings;

  /** What services asked for while they were rendered, in that order. */
  readonly asked: Asked[] = [];

  /** Services whose pods are made already, so that nothing can be asked for them any more. */
  readonly withPods = new Set<string>();

  /** Containers beside those of services, by `<component>/<service>/<container>`. */
  readonly containers = new Set<string>();

  /** Constructs whose objects stand in no base. */
  private readonly optional = new Set<IConstruct>();

  /** What is wrong in its services, by `refuse`. With any of them, nothing is made of the chart. */
  readonly mistakes: Mistake[] = [];

  constructor(component: string, surroundings: Surroundings) {
    // The path never holds the environment: names derived from it would differ between renderings.
    super(new App(), component, { disableResourceNameHashes: true });
    this.component = component;
    this.surroundings = surroundings;
  }

  /** Namespace of this rendering. */
  get namespaceName(): string {
    return this.surroundings.namespaceOf(this.component);
  }

  /** Keeps a construct and all below it out of the base. */
  leaveOutOfBase(construct: IConstruct): void {
    this.optional.add(construct);
  }

  /** Whether a construct belongs to this rendering: in the base, those that only some environments have do not. */
  isRendered(construct: IConstruct): boolean {
    if (this.surroundings.environment || this.optional.size === 0) return true;
    return !construct.node.scopes.some(scope => this.optional.has(scope));
  }

  /** The chart that a construct belongs to. */
  static override of(construct: IConstruct): ComponentChart {
    return Chart.of(construct) as ComponentChart;
  }
}

/** Records what a service asks for. */
export function ask<Kind extends AskKind>(scope: IConstruct, kind: Kind, what: Asks[Kind]): void {
  ComponentChart.of(scope).asked.push({ kind, by: askerOf(scope), what } as Asked);
}

/** The service that a construct belongs to, and its component. */
export function askerOf(scope: IConstruct): Asker {
  return { component: ComponentChart.of(scope).component, service: serviceNameOf(scope) };
}

/** What the service of a construct offers, in its own order. */
export function offersOf(scope: IConstruct): Endpoint[] {
  const { component, service } = askerOf(scope);
  return ComponentChart.of(scope).surroundings.endpointsOf(component, service);
}

/** The endpoint that a service offers first. @throws Error where it offers none */
export function ownEndpoint(scope: IConstruct): Endpoint {
  const [first] = offersOf(scope);
  if (first) return first;
  throw new Error(`${serviceNameOf(scope)}: offers nothing, it must have an endpoint in 'offers'`);
}

/** How mistakes name a service of a rendering: `prod/mlflow: mlflow`. */
export function placeOf(service: string, { surroundings, component }: ComponentChart): string {
  return `${surroundings.placeOf(component)}: ${service}`;
}

/** Name of the service that a construct belongs to: the id of the construct directly below the chart. */
export function serviceNameOf(construct: IConstruct): string {
  const chart = ComponentChart.of(construct);
  const service = construct.node.scopes.find(scope => scope.node.scope === chart);
  if (!service) throw new Error(`'${construct.node.path}' is not part of a service`);
  return service.node.id;
}
