import type { Construct } from 'constructs';

/** The class of a service. Every prop is optional: without props it renders the base. */
export type ServiceClass<Props> = new (scope: Construct, id: string, props?: Props) => Construct;

/** Services by the names they have in the cluster. */
// The props of a class are contravariant, so the one type that every service class fits is `never`.
export type Services = Readonly<Record<string, ServiceClass<never>>>;

/** The unit of delivery: a few services in one namespace, one folder in `dist/`, one Application. */
export interface Component<S extends Services = Services> {
  /** Namespace in the base; an environment adds `-<environment>`. @default - the component's name */
  readonly namespace?: string;

  /** Whether it holds data: then nothing of it is ever pruned. @default false */
  readonly stateful?: boolean;

  /** Order in which Argo CD brings components up. @default 20 */
  readonly wave?: number;

  readonly services: S;
}

/** Components by name. */
export type Components = Readonly<Record<string, Component>>;

/** Properties that a service class takes; any object where the class is not known. */
type PropsOf<C> = C extends new (scope: Construct, id: string, props?: infer Props) => Construct
  ? [Props] extends [undefined]
    ? object
    : Props
  : never;

/** For each service of each component, where an environment departs from the base. */
export type SettingsOf<C extends Components> = {
  readonly [Name in keyof C]?: {
    readonly [Service in keyof C[Name]['services']]?: PropsOf<C[Name]['services'][Service]>;
  };
};
