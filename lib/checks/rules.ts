import { admission } from './admission/index.ts';
import { argocd } from './argocd/index.ts';
import { contracts } from './contracts/index.ts';
import { exemptions } from './exemptions/index.ts';
import type { Family } from './family.ts';
import { network } from './network/index.ts';
import { ownership } from './ownership/index.ts';
import { pods } from './pods/index.ts';
import { queries } from './queries/index.ts';
import { references } from './references/index.ts';
import type { Rule } from './rule.ts';
import { secrecy } from './secrecy/index.ts';

/** Every family, in the order in which findings are told. WHERE A NEW RULE GOES: a file and a line in its family. */
export const families: readonly Family[] = [
  admission,
  ownership,
  pods,
  secrecy,
  references,
  queries,
  contracts,
  network,
  argocd,
  exemptions,
];

/** Every rule. */
export const rules: readonly Rule[] = families.flatMap(family => family.rules);
