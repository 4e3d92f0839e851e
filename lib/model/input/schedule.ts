interface Part {
  readonly name: string;
  readonly least: number;
  readonly most: number;
  readonly words?: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

// As Kubernetes reads them: Sunday is 0 and never 7.
const parts: readonly Part[] = [
  { name: 'minute', least: 0, most: 59 },
  { name: 'hour', least: 0, most: 23 },
  { name: 'day of the month', least: 1, most: 31 },
  { name: 'month', least: 1, most: 12, words: ['', ...months] },
  { name: 'day of the week', least: 0, most: 6, words: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

const named = /^@(yearly|annually|monthly|weekly|daily|midnight|hourly|every (\d+(\.\d+)?(ns|us|µs|ms|s|m|h))+)$/;

/**
 * What is wrong with the schedule of a CronJob, as the end of a sentence, or undefined: a time that does not exist, a
 * form that Kubernetes does not read, a day that never comes.
 */
export function scheduleFault(schedule: string): string | undefined {
  if (named.test(schedule)) return undefined;
  const fields = schedule.trim().split(/\s+/);
  if (fields.length !== parts.length) {
    return "must be five fields, such as '30 4 * * 1': minute, hour, day of the month, month and day of the week";
  }
  for (const [index, part] of parts.entries()) {
    const field = fields[index]!;
    if (valuesOf(field, part)) continue;
    return `must be from ${part.least} to ${part.most} in its ${part.name}, where it has '${field}'`;
  }
  return neverComes(fields) ? 'must have a day that its months have' : undefined;
}

/** The numbers that each of the five fields of a right schedule stands for. */
export function fieldValues(schedule: string): readonly (readonly number[])[] {
  const fields = schedule.trim().split(/\s+/);
  return parts.map((part, index) => valuesOf(fields[index]!, part)!);
}

/** The numbers that a field stands for, or undefined where it stands for none. */
function valuesOf(field: string, part: Part): number[] | undefined {
  const values: number[] = [];
  for (const item of field.split(',')) {
    const match = /^(?:(\*|\?)|(\w+)(?:-(\w+))?)(?:\/(\d+))?$/.exec(item);
    if (!match) return undefined;
    const [, any, from, to, step] = match;
    const first = any ? part.least : numberOf(from!, part);
    const isOpen = any !== undefined || (step !== undefined && to === undefined);
    const last = isOpen ? part.most : to === undefined ? first : numberOf(to, part);
    const every = step === undefined ? 1 : Number(step);
    if (first === undefined || last === undefined || first > last || every < 1) return undefined;
    for (let value = first; value <= last; value += every) values.push(value);
  }
  return values;
}

function numberOf(text: string, { least, most, words = [] }: Part): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  const value = /^\d+$/.test(text) ? Number(text) : word < 0 ? NaN : word;
  return value >= least && value <= most ? value : undefined;
}

/** Whether a schedule by the days of the month alone names only days that none of its months has. */
function neverComes([, , day, month, weekday]: readonly string[]): boolean {
  if (!/^[*?]/.test(weekday!)) return false;
  const longest = Math.max(
    ...valuesOf(month!, parts[3]!)!.map(value => (value === 2 ? 29 : [4, 6, 9, 11].includes(value) ? 30 : 31)),
  );
  return valuesOf(day!, parts[2]!)!.every(value => value > longest);
}
