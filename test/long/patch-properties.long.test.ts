import { kustomizes } from '../kustomize/kustomize.ts';
import { assertPatchesAreExact } from '../kustomize/patch-property.ts';
import { assertPeoplesPatchesAreFollowed, jsonPatches, strategicPatches } from '../kustomize/people-property.ts';

/** How many pairs each judge sees; set `PAIRS` for another number. */
const PAIRS = Number(process.env.PAIRS ?? 100_000);

test.each(kustomizes())(
  `$name builds ${PAIRS} random targets from their bases and patches`,
  kustomize => {
    assertPatchesAreExact(kustomize, PAIRS);
  },
  3_600_000,
);

test.each(kustomizes())(
  `the model says what $name makes of ${PAIRS} random patches of people`,
  kustomize => {
    assertPeoplesPatchesAreFollowed(kustomize, strategicPatches, PAIRS / 2);
    assertPeoplesPatchesAreFollowed(kustomize, jsonPatches, PAIRS / 2);
  },
  3_600_000,
);
