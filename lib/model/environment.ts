import type { Components, SettingsOf } from './component.ts';

/** A place where the whole platform runs: where each component goes, and how it departs from the base. */
export interface Environment<C extends Components = Components, ClusterName extends string = string> {
  /** Name of its overlays: `dist/overlays/<name>/`. Namespaces end in it. */
  readonly name: string;

  /** The cluster that runs each component. */
  readonly placement: { readonly [Name in keyof C]: ClusterName };

  /** Added to every node port, so that two environments can share a cluster. @default 0 */
  readonly nodePortOffset?: number;

  /** Whether Argo CD applies a merged commit by itself. @default 'automated' */
  readonly sync?: 'automated' | 'manual';

  /** Issuer of certificates: `staging` ones are free of rate limits and not trusted. @default 'production' */
  readonly issuer?: 'staging' | 'production';

  /** Departures from the base. A service left out runs as the base has it. */
  readonly settings: SettingsOf<C>;
}
