import type { ObjectRule } from '../rule.ts';

export const validSchema: ObjectRule = {
  id: 'valid-schema',
  why: 'The API server refuses an object that its kind does not allow, and drops a misspelt field without a word.',
  fix: 'Correct the field where the object is rendered; a kind that is not known yet gets a row in lib/kinds/.',

  check: (manifest, { world }) => world.schemas.problemsOf(manifest),
};
