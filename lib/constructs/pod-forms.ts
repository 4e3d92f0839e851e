import { choice, fields, isObject, list, map } from '../model/input/collections.ts';
import { formOf, optional, whole } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { priorities } from '../model/priority.ts';
import type { SecretFile } from '../model/secret-ref.ts';
import type { ConfigFiles } from './config-files.ts';
import { either } from './either.ts';
import type { NoProbes } from './no-probes.ts';
import type { PodProps } from './pod-props.ts';
import type { Probe, Probes } from './probe.ts';
import { spreadForm } from './spread.ts';

const anyText = formOf('must be a text', value => (typeof value === 'string' ? undefined : 'wrong-type'));

const secretRef = fields<SecretFile>({
  secret: forms.objectName,
  key: forms.fileName,
  as: optional(choice(['file'])),
});

const variable = either('must be a text, secretRef() or secretFile()', anyText, secretRef);

const handler = either(
  'must have a path or a command',
  fields<{ path: string }>({ path: forms.path }),
  fields<{ command: readonly string[] }>({ command: list(anyText, 1) }),
  value => isObject(value) && Object.hasOwn(value, 'command'),
);

const check = either("must be 'connect', a path or a command", choice(['connect']), handler);

/** Probes ask within a day, and give up within a thousand tries. */
const probe = fields<Probe>({
  check,
  delay: optional(whole(0, 86400)),
  period: whole(1, 86400),
  timeout: optional(whole(1, 86400)),
  failures: optional(whole(1, 1000)),
});

/** What the probes of a container must be like. */
export const probesForm = fields<Probes>({ liveness: probe, readiness: probe, startup: optional(probe) });

const noProbes = fields<NoProbes>({ none: forms.text });

const configFiles = fields<ConfigFiles>({
  name: forms.label,
  mountPath: forms.mountPath,
  files: map(anyText, forms.fileName),
  reloads: optional(forms.flag),
  saysWhere: optional(forms.flag),
});

/** What each prop of a pod must be like; sizes and claims have forms of their own. */
export const podForms = {
  endpoints: optional(list(forms.text)),
  command: optional(list(anyText, 1)),
  args: optional(list(anyText)),
  env: optional(map(variable, forms.variableName)),
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
