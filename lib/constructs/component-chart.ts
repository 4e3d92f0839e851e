import { App, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { Flow } from '../model/flow.ts';
import type { Mistake } from '../model/mistake.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import type { Surroundings } from '../model/surroundings.ts';

/** A right to use the Kubernetes API that a service asks for. */
export interface ApiAccess {
  readonly service: string;
  readonly rules: readonly ApiRule[];
}

/** One rule of a ClusterRole, read-only by type: nothing of the platform changes other objects. */
export interface ApiRule {
  /** @default - the core group */
  readonly groups?: readonly string[];
  readonly resources?: readonly string[];
  readonly urls?: readonly string[];
  readonly verbs: readonly ('get' | 'list' | 'watch')[];
}

/** The root of one rendering of a component. It knows where it is, and collects what its services ask for. */
export class ComponentChart extends Chart {
  readonly component: string;
  readonly surroundings: Surroundings;

  /** What services declared while they were rendered; the cluster's owner and the policies are made of it. */
  readonly flows: Flow[] = [];
  readonly secrets: SecretRef[] = [];
  readonly apiAccess: ApiAccess[] = [];

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

  /** The chart that a construct belongs to. */
  static override of(construct: IConstruct): ComponentChart {
    return Chart.of(construct) as ComponentChart;
  }
}

/** How mistakes name a service of a rendering: `prod/mlflow: mlflow`. */
export function placeOf(service: string, { surroundings, component }: ComponentChart): string {
  return `${surroundings.environment?.name ?? 'base'}/${component}: ${service}`;
}

/** Name of the service that a construct belongs to: the id of the construct directly below the chart. */
export function serviceNameOf(construct: IConstruct): string {
  const chart = ComponentChart.of(construct);
  const service = construct.node.scopes.find(scope => scope.node.scope === chart);
  if (!service) throw new Error(`'${construct.node.path}' is not part of a service`);
  return service.node.id;
}
