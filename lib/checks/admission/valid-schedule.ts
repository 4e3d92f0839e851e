import { scheduleFault } from '../../model/input/schedule.ts';
import { textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';

export const validSchedule: ObjectRule = {
  id: 'valid-schedule',
  why: 'The API server refuses a schedule that it cannot read, and a day that never comes starts nothing.',
  fix: "Correct the schedule, which has five fields or a name such as '@daily', where the CronJob is rendered.",
  kinds: ['CronJob'],

  check: manifest => {
    const schedule = textAt(manifest, 'spec', 'schedule') ?? '';
    const fault = scheduleFault(schedule);
    return fault === undefined ? [] : [`has the schedule '${schedule}', which ${fault}`];
  },
};
