import { choice, fields, isObject, list, map } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { gpusForm } from '../model/input/gpu-forms.ts';
import type { PodSettings } from '../model/pods/pod-settings.ts';
import { priorities } from '../model/priority.ts';
import type { ConfigFiles } from './config-files.ts';
import { initContainersForm, portsForm, sidecarsForm } from './container-forms.ts';
import { either } from './either.ts';
import type { NoProbes } from './no-probes.ts';
import type { PodProps } from './pod-props.ts';
import { lifecycleForm, probesForm } from './probe-forms.ts';
import { schedulingForms } from './scheduling-forms.ts';
import { spreadForm } from './spread.ts';
import { anyText, variablesForm } from './variable-forms.ts';
import { mountsForm, volumesForm } from './volume-forms.ts';

const noProbes = fields<NoProbes>({ none: forms.text });

const configFiles = fields<ConfigFiles>({
  name: forms.label,
  mountPath: forms.mountPath,
  files: map(anyText, forms.fileName),
  reloads: optional(forms.flag),
  saysWhere: optional(forms.flag),
});

/** What each thing must be like that code and environments say of pods alike. */
export const podSettingForms = {
  env: optional(variablesForm),
  sidecars: optional(sidecarsForm),
  initContainers: optional(initContainersForm),
  volumes: optional(volumesForm),
  mounts: optional(mountsForm),
  ...schedulingForms,
  gpus: optional(gpusForm),
  inPlace: optional(forms.flag),
  runtimeClass: optional(forms.objectName),
  lifecycle: optional(lifecycleForm),
  gracePeriod: optional(whole(1, 86400)),
} satisfies Readonly<Record<keyof PodSettings, Form>>;

/** What each prop of a pod must be like; sizes and claims have forms of their own. */
export const podForms = {
  endpoints: optional(list(forms.text)),
  ports: optional(portsForm),
  command: optional(list(anyText, 1)),
  args: optional(list(anyText)),
  ...podSettingForms,
  config: optional(list(configFiles)),
  writable: optional(list(forms.mountPath)),
  probes: optional(either('must be an object', probesForm, noProbes, hasNone)),
  spread: optional(spreadForm),
  runAs: optional(forms.user),
  priority: optional(choice(Object.keys(priorities))),
} satisfies Readonly<Record<Exclude<keyof PodProps, 'claimPath' | 'sizing'>, Form>>;

function hasNone(value: unknown): boolean {
  return isObject(value) && Object.hasOwn(value, 'none');
}
