import type { Json } from '../lib/yaml/json.ts';
import { certManager } from './charts/cert-manager.ts';
import { externalSecrets } from './charts/external-secrets.ts';

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

/** WHERE AN OPERATOR IS DEFINED: a row each. Which of them a cluster runs is said in `clusters.ts`. */
export const operators = {
  'cert-manager': certManager,
  'external-secrets': externalSecrets,
} satisfies Record<string, HelmChart>;

/** Name of an operator. */
export type OperatorName = keyof typeof operators;
