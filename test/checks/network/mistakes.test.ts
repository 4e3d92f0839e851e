import { namespaceMistakes } from './namespace-mistakes.ts';
import { policyMistakes } from './policy-mistakes.ts';
import { findingsAfter } from '../small-world/small-world.ts';

test.each([...policyMistakes, ...namespaceMistakes])('the network as declared finds %s', async (_, edit, problems) => {
  const found = (await findingsAfter(edit)).filter(({ rule }) => rule === 'network-as-declared');

  expect(found.map(({ unit, message }) => `${unit.split('/').at(-1)!}: ${message}`)).toEqual(problems);
});
