import { faultsOf } from '../../lib/model/input/form.ts';
import { forms } from '../../lib/model/input/forms.ts';
import { scheduleFault } from '../../lib/model/input/schedule.ts';

test.each([
  ['0 4 * * *'],
  ['*/15 0-6,22 * * MON-FRI'],
  ['0 0 1,15 jan,Jul ?'],
  ['5/10 * * * 0'],
  ['0 0 31 1-2 *'],
  ['0 0 29 2 *'],
  ['0 0 31 2 1'],
  ['@daily'],
  ['@every 1h30m'],
])("'%s' is a schedule", schedule => {
  expect(scheduleFault(schedule)).toBeUndefined();
});

test.each([
  ['0 25 * * *', "must be from 0 to 23 in its hour, where it has '25'"],
  ['60 0 * * *', "must be from 0 to 59 in its minute, where it has '60'"],
  ['0 0 0 * *', "must be from 1 to 31 in its day of the month, where it has '0'"],
  ['0 0 * 13 *', "must be from 1 to 12 in its month, where it has '13'"],
  ['0 0 * * 7', "must be from 0 to 6 in its day of the week, where it has '7'"],
  ['0 22-6 * * *', "must be from 0 to 23 in its hour, where it has '22-6'"],
  ['*/0 * * * *', "must be from 0 to 59 in its minute, where it has '*/0'"],
  ['0 0 * * 1,', "must be from 0 to 6 in its day of the week, where it has '1,'"],
  ['0 0 30 feb *', 'must have a day that its months have'],
  ['0 0 31 4,6 *', 'must have a day that its months have'],
  ['@dayly', "must be five fields, such as '30 4 * * 1': minute, hour, day of the month, month and day of the week"],
  [
    'TZ=UTC 0 0 * * *',
    "must be five fields, such as '30 4 * * 1': minute, hour, day of the month, month and day of the week",
  ],
])("'%s' is none", (schedule, fault) => {
  expect(scheduleFault(schedule)).toBe(fault);
});

test('as a form it is told with its field and value', () => {
  expect(faultsOf(forms.schedule, '0 25 * * *', 'schedule')).toEqual([
    { code: 'malformed', message: "'schedule' ('0 25 * * *') must be from 0 to 23 in its hour, where it has '25'" },
  ]);
  expect(faultsOf(forms.schedule, 7, 'schedule')).toEqual([
    { code: 'wrong-type', message: "'schedule' (7) must be a schedule, such as '30 4 * * 1'" },
  ]);
});
