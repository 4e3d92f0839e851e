import { secretIn } from './secret-families.ts';
import { eachText } from '../each-text.ts';
import type { ObjectRule } from '../rule.ts';

const problemsOf = eachText(text => {
  const family = secretIn(text);
  // The value itself is not quoted: findings end up in logs.
  return family && `looks like ${family}, and git must hold no secret`;
});

export const noSecretText: ObjectRule = {
  id: 'no-secret-text',
  why: 'What is committed once stays in the history of git, where everybody with a copy can read it.',
  fix: 'Put the value into Secret Manager, change it there, and refer to it with secretFile() or secretRef().',
  exemptible: true,

  check: manifest => problemsOf(manifest),
};
