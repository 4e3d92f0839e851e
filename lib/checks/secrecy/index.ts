import type { Family } from '../family.ts';
import { noPlaceholder } from './no-placeholder.ts';
import { noSecretObject } from './no-secret-object.ts';
import { noSecretText } from './no-secret-text.ts';
import { noSecretVariable } from './no-secret-variable.ts';

export const secrecy: Family = {
  title: 'What git must not hold',
  rules: [noSecretObject, noSecretText, noSecretVariable, noPlaceholder],
};
