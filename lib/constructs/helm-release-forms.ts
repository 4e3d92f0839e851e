import { chartForms, chartPodsForms } from '../model/input/chart-forms.ts';
import { fields, list, map } from '../model/input/collections.ts';
import { optional } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import type { HelmReleaseProps } from './helm-release-props.ts';

/** What a chart of a service must be like. */
export const helmReleaseForm = fields<HelmReleaseProps>({
  repository: chartForms.repository,
  chart: chartForms.chart,
  version: chartForms.version,
  values: optional(forms.object),
  kinds: list(chartForms.kind, 1),
  clusterKinds: optional(map(chartForms.reason, chartForms.kind)),
  pods: list(fields(chartPodsForms)),
  callsKubernetesApi: optional(forms.flag),
  secrets: optional(list(fields<SecretRef>({ secret: forms.objectName, key: forms.fileName }))),
});
