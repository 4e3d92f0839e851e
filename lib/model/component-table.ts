import type { AlertTemplates } from './alert.ts';
import type { Component, Components, PerCluster, Services } from './component.ts';
import type { ObjectMetadata } from './metadata.ts';
import type { Dashboard } from './panel.ts';
import type { PodSettings } from './pods/pod-settings.ts';
import type { ServiceClass } from './service.ts';

/**
 * Components that are all alike, one for each row of a table. An environment places them and says things of them together,
 * under the name of the whole, and of one of them under its own name, which counts more.
 */
export interface Siblings<
  Name extends string = string,
  Watched extends string = string,
  S extends Services = Services,
> {
  readonly siblings: { readonly [N in Name]: Component<S> };

  /** What can be wrong with any of them. @default - nothing */
  readonly alerts?: AlertTemplates<Watched>;

  /** A page about all of them. @default - none */
  readonly dashboard?: Dashboard;
}

/** Components as they are written: some are one for each cluster. */
export type ComponentTable = Readonly<Record<string, Component | PerCluster | Siblings>>;

/** The same with each sibling under its own name. */
export type SingleTable = Readonly<Record<string, Component | PerCluster>>;

/** Names that an environment may place: those of single components, those of siblings, and those of their wholes. */
export type PlacedName<C extends ComponentTable> = {
  [Name in keyof C & string]: C[Name] extends PerCluster
    ? never
    : C[Name] extends Siblings<infer Each>
      ? Each | Name
      : Name;
}[keyof C & string];

/** A table with each sibling under its own name, as its types know it. */
export type Single<C extends ComponentTable> = {
  readonly [Name in keyof C as C[Name] extends Siblings<infer Each> ? Each : Name]: C[Name] extends Siblings<
    string,
    string,
    infer S
  >
    ? Component<S>
    : C[Name];
};

/** Properties that a service takes; any object where its class is not known. */
type PropsOf<S> = S extends { readonly construct: ServiceClass<infer Props> }
  ? unknown extends Props
    ? object // a class without props
    : [Props] extends [undefined] | [never]
      ? object
      : Props
  : never;

/** What an environment may say of any service, whatever props its construct takes. */
export interface CommonSettings {
  /** What its pods have besides. @default - nothing */
  readonly pods?: PodSettings;

  /** Labels and annotations of all of its objects and pods. @default - none */
  readonly metadata?: ObjectMetadata;
}

type ServiceSettings<S> = { readonly [Name in keyof S]?: PropsOf<S[Name]> & CommonSettings };

/** For each service of each component, where an environment departs from the base. */
export type SettingsOf<C extends ComponentTable, ClusterName extends string = string> = {
  readonly [
    Name in keyof C as C[Name] extends PerCluster<infer Suffix>
      ? `${ClusterName}-${Suffix}`
      : C[Name] extends Siblings<infer Each>
        ? Name | Each
        : Name
  ]?: C[Name] extends Component<infer S> | Siblings<string, string, infer S>
    ? ServiceSettings<S>
    : Readonly<Record<string, object & CommonSettings>>;
};

/** The components of some clusters: those that are placed by name, and those that each cluster needs. */
export function componentsOn(clusters: readonly string[], table: SingleTable): Components {
  return Object.fromEntries(
    Object.entries(table).flatMap(([name, definition]): [string, Component][] =>
      'on' in definition
        ? clusters.map(cluster => [`${cluster}-${definition.suffix}`, satelliteOn(cluster, definition)])
        : [[name, definition]],
    ),
  );
}

function satelliteOn(cluster: string, { on, of, alerts }: PerCluster): Component {
  return { ...on(cluster), alerts, satellite: { cluster, of } };
}
