import type { Component, PerCluster } from './component.ts';
import type { ComponentTable, Single } from './component-table.ts';

/**
 * Something that is leaving, said as long as Argo CD still has to take it away. It stays in its own table for that long:
 * nothing of it is delivered any more, and what bounds it (projects, quotas, roots, credentials) still admits it. What is
 * left to do once it is gone is to take it out of its table together with this row.
 */
export type Leaving<
  C extends ComponentTable = ComponentTable,
  ClusterName extends string = string,
  OperatorName extends string = string,
> =
  | LeavingComponent<Extract<keyof Single<C>, string>>
  | LeavingPlace<PlacedByName<Single<C>>, ClusterName>
  | LeavingService<ServiceNameOf<Single<C>>>
  | LeavingEnvironment
  | LeavingCluster<ClusterName>
  | LeavingOperator<OperatorName, ClusterName>
  | LeavingKind
  | LeavingClusterKind;

/** A component that leaves every environment. */
export interface LeavingComponent<Name extends string = string> {
  readonly component: Name;
  readonly in?: never;
  readonly from?: never;
}

/** A component that leaves a cluster, in one environment. Where it goes, if anywhere, its placement says. */
export interface LeavingPlace<Name extends string = string, ClusterName extends string = string> {
  readonly component: Name;

  /** Name of the environment. */
  readonly in: string;

  /** The cluster that it was placed on. */
  readonly from: ClusterName;
}

/** A service that leaves its component: `<component>/<service>`. */
export interface LeavingService<Name extends string = string> {
  readonly service: Name;
}

/** An environment, with all that it has on any cluster. */
export interface LeavingEnvironment {
  readonly environment: string;
}

/** A cluster. What it has once stays until a person takes it down, for the rest needs it until it is gone. */
export interface LeavingCluster<Name extends string = string> {
  readonly cluster: Name;
}

/** An operator that leaves a cluster. */
export interface LeavingOperator<Name extends string = string, ClusterName extends string = string> {
  readonly operator: Name;
  readonly from: ClusterName;
}

/** Objects of a kind that leave, although what delivered them stays: `<group>/<kind>`. */
export interface LeavingKind {
  readonly kind: string;

  /** The project that still must admit it: an environment, or `platform-<cluster>`. */
  readonly project: string;
}

/** The same of a kind whose objects have no namespace. */
export interface LeavingClusterKind {
  readonly clusterKind: string;
  readonly project: string;
}

type PlacedByName<C extends ComponentTable> = string extends keyof C
  ? string
  : {
      [Name in keyof C & string]: C[Name] extends PerCluster ? never : Name;
    }[keyof C & string];

type ServiceNameOf<C extends ComponentTable> = string extends keyof C
  ? string
  : {
      [Name in keyof C & string]: C[Name] extends Component<infer S> ? `${Name}/${keyof S & string}` : never;
    }[keyof C & string];

/** What a row may begin with, one of which it must have. */
export const leavingSorts = [
  'component',
  'service',
  'environment',
  'cluster',
  'operator',
  'kind',
  'clusterKind',
] as const;

/** Rows of one sort. */
export function rowsOf<Sort extends (typeof leavingSorts)[number]>(
  leaving: readonly Leaving[],
  sort: Sort,
): Extract<Leaving, Readonly<Record<Sort, string>>>[] {
  return leaving.filter((row): row is Extract<Leaving, Readonly<Record<Sort, string>>> => Object.hasOwn(row, sort));
}

/** Annotation of the project of a cluster that leaves: the next commit may do without the cluster. */
export const leavingMark = 'plainsail.dev/leaving';
