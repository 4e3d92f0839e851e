import { foundation, model } from './checks/edits.ts';
import { networkMistakes } from './checks/network-mistakes.ts';
import { findingsAfter } from './checks/world.ts';

test.each(networkMistakes)('the network as declared finds %s', async (_, edit, problems) => {
  const found = (await findingsAfter(edit)).filter(({ rule }) => rule === 'network-as-declared');

  expect(found.map(({ unit, message }) => `${unit.split('/').at(-1)!}: ${message}`)).toEqual(problems);
});

test('a default that is gone is found even where each pod has a policy of its own', async () => {
  const found = await findingsAfter(world => world.remove('clusters/far/foundation', 'NetworkPolicy', 'default-deny'));

  expect(found.map(({ rule, unit, message }) => `${rule}: ${unit}: ${message}`)).toEqual([
    `default-deny: ${model}: runs in namespace 'model-prod', where no policy denies Ingress to all pods`,
    `default-deny: ${model}: runs in namespace 'model-prod', where no policy denies Egress to all pods`,
  ]);
});

test('a policy that allows something is no default', async () => {
  const found = await findingsAfter(world => {
    world.object(foundation, 'NetworkPolicy', 'default-deny').spec.ingress = [{}];
  });

  expect(found.map(({ rule }) => rule)).toContain('default-deny');
});
