import type { Json } from '../yaml/json.ts';

/** A Helm chart that Argo CD renders itself, at one exact version. */
export interface HelmChart {
  readonly repository: `https://${string}`;
  readonly chart: string;
  readonly version: string;
  readonly namespace: string;

  /** Values as plain data; each chart's file gives them a type first. */
  readonly values: Json;

  /**
   * Kinds that it renders with these values, as `<group>/<kind>`. Nothing here can look into a chart, so this is what
   * its project admits: a chart that brings more after an update fails until somebody has read why.
   */
  readonly kinds: { readonly cluster: readonly string[]; readonly namespaced: readonly string[] };
}

/** Charts by the names of the operators that they bring. */
export type Operators = Readonly<Record<string, HelmChart>>;
