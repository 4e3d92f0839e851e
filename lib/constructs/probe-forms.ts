import { choice, fields, isObject, list } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { oneOf } from '../model/input/one-of.ts';
import type { Hook, Lifecycle } from '../model/pods/container.ts';
import type { Probe, Probes } from '../model/pods/probe.ts';
import { either } from './either.ts';
import { anyText } from './variable-forms.ts';

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

const hook = oneOf<Hook>({ command: list(anyText, 1), path: forms.path });

/** What a container may be told at its start and before its end. */
export const lifecycleForm = fields<Lifecycle>({ postStart: optional(hook), preStop: optional(hook) });
