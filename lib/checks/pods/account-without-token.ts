import type { ObjectRule } from '../rule.ts';

export const accountWithoutToken: ObjectRule = {
  id: 'account-without-token',
  why: 'A token that every pod of an account mounts is one that an intruder finds in a pod which never needed it.',
  fix: "Set 'automountServiceAccountToken' to false where the account is rendered, and mount a token by hand.",
  kinds: ['ServiceAccount'],
  exemptible: true,

  check: ({ automountServiceAccountToken }) =>
    automountServiceAccountToken === false ? [] : ['gives a token to every pod that runs as it'],
};
