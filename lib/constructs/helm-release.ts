import { Construct } from 'constructs';
import type { ChartPods, ChartRelease } from '../model/chart-release.ts';
import type { ChartRepository } from '../model/helm-chart.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import type { Json } from '../yaml/json.ts';
import { checkHelmRelease } from './check-helm-release.ts';
import { ask } from './component-chart.ts';

/** A chart of a service, and what it brings: nothing here can look into it. */
export interface HelmReleaseProps<Values extends Json = Json> {
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

  /** Entries of Secrets that its values name; each Secret is made as `secretRef` says. @default - none */
  readonly secrets?: readonly SecretRef[];
}

/**
 * A service that a Helm chart brings: Argo CD renders it into the namespace of its component, by an Application of the
 * environment, `<environment>-<component>-<service>`. The release has the name of the service. The `pods` of the service
 * are the labels by which its pods are found, its `offers` the ports of the chart's own Services; what its pods call is
 * declared with `connect()` as in every other service.
 */
export class HelmRelease<Values extends Json = Json> extends Construct {
  constructor(scope: Construct, id: string, props: HelmReleaseProps<Values>) {
    super(scope, id);
    const { values = {}, clusterKinds = {}, secrets = [], ...release } = props;
    if (!checkHelmRelease(this, props)) return;
    ask(this, 'chart', { ...release, values, clusterKinds } satisfies ChartRelease);
    for (const ref of secrets) ask(this, 'secret', ref);
  }
}
