import type { Family } from '../family.ts';
import { flowEndsExist } from './flow-ends-exist.ts';
import { ingressDeclared } from './ingress-declared.ts';
import { networkAsDeclared } from './network-as-declared.ts';
import { policyInUse } from './policy-in-use.ts';

export const network: Family = {
  title: 'Who may talk to whom',
  rules: [flowEndsExist, networkAsDeclared, policyInUse, ingressDeclared],
};
