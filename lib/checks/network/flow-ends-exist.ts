import { endProblems } from './flow-ends.ts';
import type { UnitRule } from '../rule.ts';

export const flowEndsExist: UnitRule = {
  id: 'flow-ends-exist',
  why: 'A declared flow whose pods or Service nobody renders calls an address where nothing answers.',
  fix: "Correct what the service 'offers', or remove the endpoint from the site's 'exposed'.",

  checkUnit: ({ unit, world }) => {
    const messages = world.once(endProblems).get(`${unit.environment ?? ''}/${unit.component}`) ?? [];
    return [...new Set(messages)];
  },
};
