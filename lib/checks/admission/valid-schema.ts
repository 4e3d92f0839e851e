import type { ObjectRule } from '../rule.ts';

export const validSchema: ObjectRule = {
  id: 'valid-schema',
  why: 'The API server refuses an object that its kind does not allow, and drops a misspelt field without a word.',
  fix: 'Correct the field where the object is rendered; lay the definition of a kind that is not known into imports/.',

  check: (manifest, { world }) => world.schemas.problemsOf(manifest),
};
