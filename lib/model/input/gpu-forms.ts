import type { Gpus, NodeGpus } from '../pods/gpus.ts';
import { modelLabelOf } from '../pods/gpus.ts';
import { fields, isObject } from './collections.ts';
import { optional, pattern, whole, wrong } from './form.ts';
import type { Form } from './form.ts';
import { deviceForm, labelKey } from './label-forms.ts';

const model = pattern(
  "must be a model as a label of nodes says it, such as 'NVIDIA-L4' or 'Tesla-T4'",
  /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/,
);

// Kubernetes counts them, and gives a container whole ones.
const shared = { count: whole(1, 1024), model: optional(model), device: optional(deviceForm) };

/** GPUs that a pod takes. */
export const gpusForm = fields<Gpus>(shared);

const nodeFields = fields<NodeGpus>({ ...shared, modelLabel: optional(labelKey) });

/** GPUs that a node has. NVIDIA's label never says a model alone, as people do: `L4`. */
export const nodeGpusForm: Form = {
  ...nodeFields,
  check(value, field) {
    const faults = nodeFields.check(value, field);
    const gpus = (isObject(value) ? value : {}) as Partial<NodeGpus>;
    if (faults.length > 0 || gpus.model === undefined) return faults;
    if (modelLabelOf(gpus) !== modelLabelOf({}) || gpus.model.includes('-')) return [];
    const must = `must have its maker or family before it, as the label '${modelLabelOf({})}' has: 'NVIDIA-L4', 'Tesla-T4'`;
    return [wrong('malformed', gpus.model, `${field}.model`, must)];
  },
};
