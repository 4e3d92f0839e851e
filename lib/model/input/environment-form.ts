import type { Environment } from '../environment.ts';
import { nodePortRange } from '../node-port.ts';
import { choice, fields, list, map } from './collections.ts';
import { optional, whole } from './form.ts';
import { forms } from './forms.ts';
import { syncWindowForm } from './sync-window-form.ts';
import { metadataForm } from './metadata-form.ts';

const widest = nodePortRange.last - nodePortRange.first;

/** What an environment must be like. */
export const environmentForm = fields<Environment>({
  name: forms.label,
  placement: map(forms.text),
  nodePortOffset: optional(whole(-widest, widest)),
  revision: optional(forms.revision),
  sync: optional(choice(['automated', 'manual'])),
  syncWindows: optional(list(syncWindowForm)),
  data: optional(choice(['networked'])),
  issuer: optional(choice(['staging', 'production'])),
  metadata: optional(metadataForm),
  settings: map(optional(map(optional(forms.object)))), // what a service takes, only its construct knows
});
