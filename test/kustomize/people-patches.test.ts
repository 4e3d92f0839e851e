import { kustomizes } from './kustomize.ts';
import { assertPeoplesPatchesAreFollowed, jsonPatches, strategicPatches } from './people-property.ts';

/** How many patches of each form the judges see between them. */
const PATCHES = 1_200;

const judges = kustomizes();

describe.each(judges)('the model says what $name makes of', kustomize => {
  test.each([
    ['strategic patches with directives and lists of any kind', strategicPatches],
    ['JSON patches through lists, with every operation', jsonPatches],
  ])('%s, or that it does not know', (_, patches) => {
    assertPeoplesPatchesAreFollowed(kustomize, patches, Math.ceil(PATCHES / judges.length));
  });
});
