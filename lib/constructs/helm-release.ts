import { Construct } from 'constructs';
import type { ChartRelease, ChartValues } from '../model/chart-release.ts';
import { checkHelmRelease } from './check-helm-release.ts';
import { ask, askerOf } from './component-chart.ts';
import type { HelmReleaseProps } from './helm-release-props.ts';

/**
 * A service that a Helm chart brings: Argo CD renders it into the namespace of its component, by an Application of the
 * environment, `<environment>-<component>-<service>`. The release has the name of the service. The `pods` of the service
 * are the labels by which its pods are found, its `offers` the ports of the chart's own Services; what its pods call is
 * declared with `connect()` as in every other service.
 */
export class HelmRelease<Values extends ChartValues = ChartValues> extends Construct {
  constructor(scope: Construct, id: string, props: HelmReleaseProps<Values>) {
    super(scope, id);
    const { values = {}, clusterKinds = {}, secrets = [], callsKubernetesApi = false, ...release } = props;
    if (!checkHelmRelease(this, props)) return;
    ask(this, 'chart', { ...release, values, clusterKinds } satisfies ChartRelease);
    if (callsKubernetesApi) ask(this, 'flow', { from: askerOf(this), to: 'kubernetes-api' });
    for (const ref of secrets) ask(this, 'secret', ref);
  }
}
