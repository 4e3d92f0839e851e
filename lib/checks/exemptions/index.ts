import type { Family } from '../family.ts';
import { acceptanceNeeded } from './acceptance-needed.ts';
import { exemptionNeeded } from './exemption-needed.ts';

export const exemptions: Family = {
  title: 'Who is exempt',
  rules: [exemptionNeeded, acceptanceNeeded],
};
