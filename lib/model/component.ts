import type { Acceptances } from './acceptance.ts';
import type { AlertTemplates } from './alert.ts';
import type { Emitter } from './metric.ts';
import type { Cpu, Memory } from './amounts.ts';
import type { Dashboard } from './panel.ts';
import type { PodSecurityLevel } from './pod-security.ts';
import type { Service } from './service.ts';

/** Services by the names they have in the cluster. */
export type Services = Readonly<Record<string, Service>>;

/** What is delivered together: a few services in one namespace, one folder in `dist/`, one Application. */
export interface Component<S extends Services = Services> {
  /**
   * Namespace in the base, to which an environment adds `-<environment>`; or the namespace of each environment, exactly.
   *
   * @default - the component's name
   */
  readonly namespace?: string | Readonly<Record<string, string>>;

  /** Labels of its namespaces beside those of Pod Security: what a mesh looks for, say. @default - none */
  readonly namespaceLabels?: Readonly<Record<string, string>>;

  /** Annotations of its namespaces beside the guard against their deletion. @default - none */
  readonly namespaceAnnotations?: Readonly<Record<string, string>>;

  /** Which pods its namespaces admit; what is not `restricted` is still warned of. @default 'restricted' */
  readonly podSecurity?: PodSecurityLevel;

  /** Whether it holds data: then its Application stays until a person deletes it. @default false */
  readonly stateful?: boolean;

  /** Order in which Argo CD brings components up. @default - that of all components, `waves.components` */
  readonly wave?: number;

  readonly services: S;

  /**
   * Folder of the repository with objects that are kept as YAML: `base/` has what every environment has, and a folder
   * of an environment's name the objects that it has besides or otherwise, each of them whole. What a cluster has once
   * lies in a folder `cluster/` in these. No object says its namespace. @default - it has none
   */
  readonly objects?: string;

  /** Secrets that objects kept as YAML name: keys by name, made as `secretRef` says. @default - none */
  readonly secrets?: Readonly<Record<string, readonly string[]>>;

  /**
   * Rules whose findings are accepted in all that it delivers and in its namespaces, each with the reason: so that
   * adoption can come first and mending later. @default - none
   */
  readonly accepts?: Acceptances;

  /** What can be wrong with all of its services alike. @default - nothing */
  readonly alerts?: AlertTemplates;

  /** A page of its own or several, where its services have more to show than a few panels. @default - none */
  readonly dashboard?: Dashboard | readonly Dashboard[];

  /** What it scrapes that is no service, by the name of the job. @default - nothing */
  readonly alsoScrapes?: Readonly<Record<string, Emitter>>;

  /** The cluster that it is bound to, and the component that it works for there. @default - it is placed by name */
  readonly satellite?: Satellite;

  /** Folder of its code, which the first line of its files sends a reader to. @default - `lib/components/<name>/` */
  readonly folder?: string;

  /** What all of its pods together may request, in each environment. @default - what they ask for at the most */
  readonly quota?: RequestQuota;

  /**
   * A label that series about its pods have beside `component`, with the same value, by which alerts and panels find all
   * components of a sort. @default - none
   */
  readonly seriesLabel?: string;

  /** The table that has its row, which mistakes name. @default 'overlays/components.ts' */
  readonly table?: string;
}

/** A bound of what pods request, as a quota counts it. */
export interface RequestQuota {
  readonly cpu: Cpu;
  readonly memory: Memory;
}

/** The bond of a component that every cluster needs of its own accord. */
export interface Satellite {
  /** Where it runs, and nowhere else. */
  readonly cluster: string;

  /** The component that it works for. It is there wherever that one is on another cluster. */
  readonly of: string;
}

/** What every cluster needs of its own accord, whatever is placed on it: a component for each row of the clusters. */
export interface PerCluster<Suffix extends string = string, Watched extends string = string> {
  /** The component on a cluster is called `<cluster>-<suffix>`. */
  readonly suffix: Suffix;

  /** The component that it works for; on that one's own cluster it is not needed. */
  readonly of: string;

  /** What can be wrong with any of them. @default - nothing */
  readonly alerts?: AlertTemplates<Watched>;

  /** @param cluster name of the cluster */
  readonly on: (cluster: string) => Component;
}

/** Keeps the names of what every cluster needs, so that settings and alerts can be checked against them. */
export function perCluster<Suffix extends string, Watched extends string = never>(
  definition: PerCluster<Suffix, Watched>,
): PerCluster<Suffix, Watched> {
  return definition;
}

/** Components by name, as they are delivered. */
export type Components = Readonly<Record<string, Component>>;
