import type { Environment } from '../environment.ts';
import { nodePortRange } from '../node-port.ts';
import { choice, fields, map } from './collections.ts';
import { formOf, optional, whole } from './form.ts';
import { forms } from './forms.ts';

const widest = nodePortRange.last - nodePortRange.first;

// What the settings of a service may be, only its construct knows.
const settings = formOf('must be an object', value =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : 'wrong-type',
);

/** What an environment must be like. */
export const environmentForm = fields<Environment>({
  name: forms.label,
  placement: map(forms.text),
  nodePortOffset: optional(whole(-widest, widest)),
  revision: optional(forms.revision),
  sync: optional(choice(['automated', 'manual'])),
  issuer: optional(choice(['staging', 'production'])),
  settings: map(optional(map(optional(settings)))),
});
