import { chartWorkloads } from '../chart-pods.ts';
import type { ChartAmounts, ChartContainer, ChartPods } from '../chart-pods.ts';
import { choice, fields, list, map } from './collections.ts';
import type { FormsOf } from './collections.ts';
import { optional, pattern, textForm, whole } from './form.ts';
import { forms } from './forms.ts';
import { isHttpsUrl } from './host-forms.ts';
import type { ReasonedLevel } from '../helm-chart.ts';
import { podSecurityLevels } from '../pod-security.ts';

const reason = pattern('must be a reason of at least three words', /\S+\s+\S+\s+\S+/);

/** What the fields of a chart must be like, whoever runs it. */
export const chartForms = {
  repository: textForm(
    "must be an HTTPS URL of one host or a registry, such as 'https://charts.example.com' or 'oci://ghcr.io/example-org/charts'",
    text => isHttpsUrl(text) || (/^oci:\/\/[^/]+\/./.test(text) && isHttpsUrl(text.replace(/^oci:/, 'https:'))),
  ),
  chart: forms.objectName,
  version: forms.exactVersion,

  /** A kind of objects, whose group is empty where it is the core group. */
  kind: pattern(
    "must be '<group>/<kind>', such as 'apps/Deployment' or '/Service'",
    /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)*)?\/[A-Z][A-Za-z0-9]*$/,
  ),

  reason,
  podSecurity: fields<ReasonedLevel>({ level: choice(podSecurityLevels), why: reason }),
} as const;

const amounts = fields<ChartAmounts>({
  'cpu': optional(forms.cpu),
  'memory': optional(forms.memory),
  'ephemeral-storage': optional(forms.scratch),
});

const container = fields<ChartContainer>({ requests: optional(amounts), limits: optional(amounts) });

const containers = map(container, forms.label);

/** What the fields of pods that a chart makes must be like, whoever runs it. */
export const chartPodsForms: FormsOf<ChartPods> = {
  workload: choice(chartWorkloads),
  name: forms.objectName,
  replicas: optional(whole(0, 10000)),
  containers,
  initContainers: optional(containers),
  claims: optional(list(forms.disk)),
};
