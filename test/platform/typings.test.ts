import { staleTypings, typeFiles } from '../../lib/cli/typings.ts';
import { definitionsIn } from '../../lib/model/input/definition-problems.ts';
import { definitionFiles } from '../../lib/synthesis.ts';
import { typingsOf } from '../../lib/typings/typings.ts';
import { root } from '../fixtures/repository.ts';

test('types in imports/ are what the definition files beside them say', () => {
  const { definitions, mistakes } = definitionsIn(definitionFiles(root));

  expect(mistakes).toEqual([]);
  expect(staleTypings(typingsOf(definitions), typeFiles(root))).toEqual([]);
});
