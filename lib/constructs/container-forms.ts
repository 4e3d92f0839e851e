import { fields, list, map } from '../model/input/collections.ts';
import { optional, wrong } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import type { FormsOf } from '../model/input/collections.ts';
import { forms } from '../model/input/forms.ts';
import { isPinned } from '../model/pinned.ts';
import type { ExtraContainer, InitContainer, Sidecar } from '../model/pods/container.ts';
import type { FullSizing } from '../model/pods/sizing.ts';
import { lifecycleForm, probesForm } from './probe-forms.ts';
import { anyText, variablesForm } from './variable-forms.ts';
import { mountsForm } from './volume-forms.ts';

/** An image that means the same tomorrow. */
const image: Form = {
  must: forms.imageReference.must,
  check(value, field) {
    const faults = forms.imageReference.check(value, field);
    if (faults.length > 0 || isPinned(value as string)) return faults;
    return [wrong('not-pinned', value, field, 'must have an exact tag or a digest')];
  },
};

/** What the amounts of a container must be like. */
export const sizes = {
  cpu: forms.cpu,
  cpuLimit: forms.cpu,
  memory: forms.memory,
  memoryLimit: forms.memory,
  scratch: forms.scratch,
} as const satisfies FormsOf<FullSizing>;

const container: FormsOf<ExtraContainer> = {
  image,
  command: optional(list(anyText, 1)),
  args: optional(list(anyText)),
  env: optional(variablesForm),
  writable: optional(list(forms.mountPath)),
  mounts: optional(mountsForm),
  runAs: optional(forms.user),
  sizing: fields<FullSizing>(sizes),
};

/** What ports must be like that only a pod itself knows. */
export const portsForm = map(forms.port, portName());

/** What containers that run first must be like. */
export const initContainersForm = map(fields<InitContainer>({ ...container, image: optional(image) }), forms.label);

/** What containers that run beside the service's own must be like. */
export const sidecarsForm = map(
  fields<Sidecar>({
    ...container,
    probes: probesForm,
    endpoints: optional(list(forms.text)),
    ports: optional(portsForm),
    lifecycle: optional(lifecycleForm),
    startsFirst: optional(forms.flag),
  }),
  forms.label,
);

function portName(): Form {
  const must = "must be a name of a port: at most 15 lower-case letters, digits and '-', with a letter among them";
  return {
    must,
    check: (value, field) =>
      /^(?=.*[a-z])(?!.*--)[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/.test(String(value))
        ? []
        : [wrong('malformed', value, field, must)],
  };
}
