import type { Json } from '../yaml/json.ts';
import type { AlertTemplates } from './alert.ts';
import type { ChartProgram } from './chart-programs.ts';
import type { Cluster } from './cluster.ts';
import type { Dashboard } from './panel.ts';
import type { PodSecurityLevel } from './pod-security.ts';

/** Where charts lie: an index of charts, or a registry, in which each chart is an image of its name. */
export type ChartRepository = `https://${string}` | `oci://${string}`;

/** A Helm chart that Argo CD renders itself, at one exact version. */
export interface HelmChart<Watched extends string = string> {
  readonly repository: ChartRepository;
  readonly chart: string;
  readonly version: string;
  readonly namespace: string;

  /** Namespaces of others in which it has objects, such as roles in `kube-system`. @default - none */
  readonly alsoWritesTo?: readonly string[];

  /** Values as plain data, or what they are on a cluster; each chart's file gives them a type first. */
  readonly values: Json | ((cluster: Cluster) => Json);

  /**
   * Kinds that it renders with these values, as `<group>/<kind>`. Nothing here can look into a chart, so this is what
   * its project admits: a chart that brings more after an update fails until somebody has read why.
   */
  readonly kinds: { readonly cluster: readonly string[]; readonly namespaced: readonly string[] };

  /**
   * Its programs: their pods, and whom they talk to. What they do not say, the namespace does not allow. @default - nothing
   * is known of them, so their namespace has no policies, no quota and no limits
   */
  readonly programs?: readonly ChartProgram[];

  /** What can be wrong with it, and with what it works on. @default - nothing that only it knows of */
  readonly alerts?: AlertTemplates<Watched>;

  /** What people see of it, where it runs. @default - no page of its own */
  readonly dashboard?: Dashboard;

  /** Which pods its namespace admits, where it cannot run with those of the strictest kind. @default - `restricted` */
  readonly podSecurity?: ReasonedLevel;
}

/** A level of Kubernetes' Pod Security Standards, with the reason why it is not the strictest. */
export interface ReasonedLevel {
  readonly level: PodSecurityLevel;
  readonly why: string;
}

/** Charts by the names of the operators that they bring. */
export type Operators = Readonly<Record<string, HelmChart>>;

/** The address of a repository as Argo CD has it: a registry without its scheme. */
export function repositoryUrl(repository: ChartRepository): string {
  return repository.replace(/^oci:\/\//, '');
}

/** The values of a chart on a cluster. */
export function valuesOn({ values }: Pick<HelmChart, 'values'>, cluster: Cluster): Json {
  return typeof values === 'function' ? values(cluster) : values;
}
