import { isMap } from '../../yaml/json.ts';
import type { Json } from '../../yaml/json.ts';
import type { ObjectRule } from '../rule.ts';

export const noSecretObject: ObjectRule = {
  id: 'no-secret-object',
  why: 'The content of a Secret is merely encoded, so in git everybody with a copy can read it.',
  fix: 'Ask for the Secret with secretFile() or secretRef(); External Secrets then makes it from Secret Manager.',
  kinds: ['Secret'],

  // One without entries is filled by a program.
  check: ({ data, stringData }) =>
    [data, stringData].every(isEmpty) ? [] : ['has data, but no Secret with data may be in git'],
};

function isEmpty(entries: Json | undefined): boolean {
  return entries === undefined || entries === null || (isMap(entries) && Object.keys(entries).length === 0);
}
