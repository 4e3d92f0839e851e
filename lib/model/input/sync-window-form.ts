import type { SyncWindow } from '../sync-window.ts';
import { choice, fields, isObject } from './collections.ts';
import { formOf, optional, wrong } from './form.ts';
import type { Form } from './form.ts';
import { forms } from './forms.ts';
import { fieldValues } from './schedule.ts';

const minutesOfWeek = 7 * 24 * 60;
const minutesOfYear = 365 * 24 * 60;

const form = fields<SyncWindow>({
  kind: choice(['allow', 'deny']),
  schedule: forms.schedule,
  duration: formOf("must be hours and minutes, from '1m' to '8760h', such as '30m', '8h' or '1h30m'", value => {
    if (typeof value !== 'string') return 'wrong-type';
    const minutes = minutesIn(value);
    if (minutes === undefined) return 'malformed';
    return minutes >= 1 && minutes <= minutesOfYear ? undefined : 'out-of-range';
  }),
  timeZone: optional(forms.timeZone),
  manualSync: optional(forms.flag),
  description: optional(forms.text),
});

/** What a window must be like. One that never lets anything through is none. */
export const syncWindowForm: Form = {
  must: form.must,
  check(value, field) {
    const faults = form.check(value, field);
    if (faults.length > 0 || !isObject(value) || value.kind !== 'deny' || value.manualSync === true) return faults;
    const minutes = minutesIn(value.duration as string)!;
    if (!coversWeek(value.schedule as string, minutes)) return faults;
    return [
      wrong(
        'conflict',
        value.duration,
        `${field}.duration`,
        'must end before the next one begins: nothing would ever be synced',
      ),
    ];
  },
};

/** Undefined where the text does not have the form. */
function minutesIn(duration: string): number | undefined {
  const [whole, hours = '0', minutes = '0'] = /^(?:(\d+)h)?(?:(\d+)m)?$/.exec(duration) ?? [];
  return whole ? Number(hours) * 60 + Number(minutes) : undefined;
}

/** The minutes of a week at which a right schedule begins; undefined where that is not the same in every week. */
function startsOfWeek(schedule: string): number[] | undefined {
  if (!/^\S+ \S+ [*?] [*?] \S+$/.test(schedule)) return undefined;
  const [minutes = [], hours = [], , , days = []] = fieldValues(schedule);
  return days
    .flatMap(day => hours.flatMap(hour => minutes.map(minute => (day * 24 + hour) * 60 + minute)))
    .sort((a, b) => a - b);
}

/** Whether each window begins before the one before it ends; unknown, so not, where it depends on the date. */
function coversWeek(schedule: string, minutes: number): boolean {
  const starts = startsOfWeek(schedule);
  if (!starts || starts.length === 0) return false;
  return starts.every((start, index) => (starts[index + 1] ?? starts[0]! + minutesOfWeek) - start <= minutes);
}
