import type { Component, PerCluster } from './component.ts';
import type { ComponentTable, Single } from './component-table.ts';
import type { Operators } from './helm-chart.ts';

/**
 * Where a platform tells the names of its components: `overlays/components.ts` declares its table here. Services then
 * name each other's endpoints and alerts by types, although no code below knows which components there are.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by a declaration elsewhere
export interface Register {}

type Registered = Register extends { readonly components: infer C extends ComponentTable } ? C : ComponentTable;

/** Charts of Argo CD and of the operators; `argocd/operators.ts` declares them. */
type RegisteredTools = Register extends { readonly tools: infer Tools extends Operators } ? Tools : Operators;

/** Keys that some alternative of a union has. */
type KeysOf<T> = T extends unknown ? Extract<keyof T, string> : never;

type OfferedBy<S> = S extends { readonly offers?: infer Offers } ? KeysOf<NonNullable<Offers>> : never;
type WatchedOf<S> = S extends { readonly alerts?: infer Alerts } ? KeysOf<NonNullable<Alerts>> : never;
type ServicesOf<D> = D extends Component<infer S> ? S[keyof S] : never;

/** Names of endpoints as the services of their own component have them. */
export type LocalEndpointNameOf<C extends ComponentTable> = {
  [Name in keyof C]: C[Name] extends PerCluster ? never : OfferedBy<ServicesOf<C[Name]>>;
}[keyof C];

/** Names of endpoints as all others have them: `<component>/<endpoint>`. */
export type EndpointNameOf<C extends ComponentTable> = {
  [Name in keyof C & string]: C[Name] extends PerCluster ? never : `${Name}/${OfferedBy<ServicesOf<C[Name]>>}`;
}[keyof C & string];

/** Names of alerts, whichever service or component they are written beside. */
export type AlertNameOf<C extends ComponentTable> = {
  [Name in keyof C]: WatchedOf<C[Name]> | WatchedOf<ServicesOf<C[Name]>>;
}[keyof C];

type ToolAlertName = { [Name in keyof RegisteredTools]: WatchedOf<RegisteredTools[Name]> }[keyof RegisteredTools];

/** Full name of an endpoint of this platform: `mlflow/mlflow`. */
export type EndpointName = EndpointNameOf<Single<Registered>>;

/** Bare name of an endpoint of this platform, by which services of its own component call it. */
export type LocalEndpointName = LocalEndpointNameOf<Single<Registered>>;

/** What a service calls an endpoint: by its bare name in its own component, by its full name in another. */
export type EndpointReference = EndpointName | LocalEndpointName;

/** Name of an alert of this platform, those about its own tools and about what ends among them. */
export type AlertName = AlertNameOf<Registered> | ToolAlertName | 'CredentialEnding';

/** Name of a component of this platform that is placed by name. */
export type ComponentName = {
  [Name in keyof Single<Registered> & string]: Single<Registered>[Name] extends PerCluster ? never : Name;
}[keyof Single<Registered> & string];
