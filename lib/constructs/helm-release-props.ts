import type { ChartPods } from '../model/chart-pods.ts';
import type { ChartValues } from '../model/chart-release.ts';
import type { ChartRepository } from '../model/helm-chart.ts';
import type { SecretRef } from '../model/secret-ref.ts';

/** A chart of a service, and what it brings: nothing here can look into it. */
export interface HelmReleaseProps<Values extends ChartValues = ChartValues> {
  /** An index of charts, or a registry: `https://charts.example.com`, `oci://ghcr.io/example-org/charts`. */
  readonly repository: ChartRepository;
  readonly chart: string;

  /** One exact version, which the environments may promote as a prop of the service. */
  readonly version: string;

  /** What it is told. Its file gives them a type first. @default - what the chart has */
  readonly values?: Values;

  /**
   * Kinds of objects that it renders into the namespace, as `<group>/<kind>`. The project admits these and no others: a
   * chart that brings more after an update fails until somebody has read why.
   */
  readonly kinds: readonly string[];

  /**
   * Kinds of objects that belong to the whole cluster, each with the reason. They are as much of the environment's as
   * the rest, so their names must be other ones in each environment of a cluster. @default - it has none
   */
  readonly clusterKinds?: Readonly<Record<string, string>>;

  /** Every pod that it makes; quotas, limits and policies count on it. */
  readonly pods: readonly ChartPods[];

  /** Whether its pods call the Kubernetes API; what they may do there, its own roles say. @default false */
  readonly callsKubernetesApi?: boolean;

  /** Entries of Secrets that its values name; each Secret is made as `secretRef` says. @default - none */
  readonly secrets?: readonly SecretRef[];
}
