import type { ObjectRule } from '../rule.ts';

export const noSecretObject: ObjectRule = {
  id: 'no-secret-object',
  why: 'The content of a Secret is merely encoded, so in git everybody with a copy can read it.',
  fix: 'Ask for the Secret with secretFile() or secretRef(); External Secrets then makes it from Secret Manager.',
  kinds: ['Secret'],

  check: ({ data, stringData }) =>
    data === undefined && stringData === undefined ? [] : ['has data, but no Secret with data may be in git'],
};
