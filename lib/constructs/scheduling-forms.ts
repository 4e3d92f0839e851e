import { choice, fields, list, map } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { labelKey, labelsForm, labelValue } from '../model/input/label-forms.ts';
import type { Affinity, NodeTerm, PodTerm, Requirement, Toleration } from '../model/pods/scheduling.ts';

const toleration = fields<Toleration>({
  key: optional(labelKey),
  operator: optional(choice(['Equal', 'Exists'])),
  value: optional(labelValue),
  effect: optional(choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute'])),
  tolerationSeconds: optional(whole(0, 30 * 86400)),
});

const ofPods = ['In', 'NotIn', 'Exists', 'DoesNotExist'];

const nodeTerm = fields<NodeTerm>({ matchExpressions: list(requirement([...ofPods, 'Gt', 'Lt']), 1) });

const podTerm = fields<PodTerm>({
  topologyKey: labelKey,
  labelSelector: fields<PodTerm['labelSelector']>({
    matchLabels: optional(labelsForm),
    matchExpressions: optional(list(requirement(ofPods), 1)),
  }),
  namespaces: optional(list(forms.label, 1)),
});

const weight = whole(1, 100);
const podPlacement = fields<NonNullable<Affinity['podAffinity']>>({
  requiredDuringSchedulingIgnoredDuringExecution: optional(list(podTerm, 1)),
  preferredDuringSchedulingIgnoredDuringExecution: optional(list(fields({ weight, podAffinityTerm: podTerm }), 1)),
});

const affinity = fields<Affinity>({
  nodeAffinity: optional(
    fields<NonNullable<Affinity['nodeAffinity']>>({
      requiredDuringSchedulingIgnoredDuringExecution: optional(fields({ nodeSelectorTerms: list(nodeTerm, 1) })),
      preferredDuringSchedulingIgnoredDuringExecution: optional(list(fields({ weight, preference: nodeTerm }), 1)),
    }),
  ),
  podAffinity: optional(podPlacement),
  podAntiAffinity: optional(podPlacement),
});

/** What must hold of where a pod may run. */
export const schedulingForms = {
  nodeSelector: optional(map(labelValue, labelKey)),
  tolerations: optional(list(toleration)),
  affinity: optional(affinity),
};

function requirement(operators: readonly string[]): Form {
  return fields<Requirement>({ key: labelKey, operator: choice(operators), values: optional(list(labelValue)) });
}
