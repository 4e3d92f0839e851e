import type { ChartAmounts, ChartContainer, ChartPods } from '../model/chart-release.ts';
import { chartWorkloads } from '../model/chart-release.ts';
import { chartForms } from '../model/input/chart-forms.ts';
import { choice, fields, list, map } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import type { HelmReleaseProps } from './helm-release-props.ts';

const amounts = fields<ChartAmounts>({
  'cpu': optional(forms.cpu),
  'memory': optional(forms.memory),
  'ephemeral-storage': optional(forms.scratch),
});

const container = fields<ChartContainer>({ requests: optional(amounts), limits: optional(amounts) });

const containers = map(container, forms.label);

const pods = fields<ChartPods>({
  workload: choice(chartWorkloads),
  name: forms.objectName,
  replicas: optional(whole(0, 10000)),
  containers,
  initContainers: optional(containers),
  claims: optional(list(forms.disk)),
});

/** What a chart of a service must be like. */
export const helmReleaseForm = fields<HelmReleaseProps>({
  repository: chartForms.repository,
  chart: chartForms.chart,
  version: chartForms.version,
  values: optional(forms.object),
  kinds: list(chartForms.kind, 1),
  clusterKinds: optional(map(chartForms.reason, chartForms.kind)),
  pods: list(pods),
  callsKubernetesApi: optional(forms.flag),
  secrets: optional(list(fields<SecretRef>({ secret: forms.objectName, key: forms.fileName }))),
});
