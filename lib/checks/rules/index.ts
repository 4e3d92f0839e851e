import { containerProbes } from './container-probes.ts';
import { containerResources } from './container-resources.ts';
import { defaultDeny } from './default-deny.ts';
import { exemptionNeeded } from './exemption-needed.ts';
import { networkAsDeclared } from './network-as-declared.ts';
import { objectOnce } from './object-once.ts';
import { pinnedImage } from './pinned-image.ts';
import { policyInUse } from './policy-in-use.ts';
import type { Rule } from './rule.ts';
import { statedProtocol } from './stated-protocol.ts';
import { validSchema } from './valid-schema.ts';

/** WHERE A NEW RULE GOES: one file beside this one, one line here, and one failing case in test/checks/. */
export const rules: readonly Rule[] = [
  validSchema,
  objectOnce,
  containerResources,
  containerProbes,
  pinnedImage,
  statedProtocol,
  defaultDeny,
  networkAsDeclared,
  policyInUse,
  exemptionNeeded,
];
