import { formOf } from './form.ts';
import type { Form } from './form.ts';

/** Processor time, up to more cores than a node of any cluster has. */
export const cpuForm = amount(
  { expression: /^(\d+(?:\.\d{1,3})?)(m?)$/, factors: { '': 1000, 'm': 1 } },
  { least: 1, most: 1000 * 1000 },
  "must be cores or thousandths of one, from '1m' to '1000', such as '2' or '250m'",
);

/** Memory of a container or a node: below the least of them, no container starts. */
export const memoryForm = bytes('4Mi', '65536Gi');

/** Disk that goes with the pod, or that a node has. */
export const scratchForm = bytes('1Mi', '65536Gi');

/** Disk of a claim. On less, what a program keeps free for itself is all of it. */
export const diskForm = bytes('16Mi', '65536Gi');

/** A time as Prometheus writes it, up to ten years. */
export const durationForm = amount(
  { expression: /^(\d+)([smhd])$/, factors: { s: 1, m: 60, h: 3600, d: 86400 } },
  { least: 1, most: 3650 * 86400 },
  "must be a time from '1s' to '3650d', such as '15s', '12h' or '7d'",
);

type Unit = 'Mi' | 'Gi';

function bytes(least: `${number}${Unit}`, most: `${number}${Unit}`): Form {
  const notation = { expression: /^(\d+)(Mi|Gi)$/, factors: { Mi: 1, Gi: 1024 } };
  const bounds = { least: numberOf(least, notation), most: numberOf(most, notation) };
  return amount(notation, bounds, `must be in binary units, from '${least}' to '${most}', such as '512Mi' or '2Gi'`);
}

/** How an amount is written: digits, then a unit that says how often they count. */
interface Notation {
  readonly expression: RegExp;
  readonly factors: Readonly<Record<string, number>>;
}

function amount(notation: Notation, bounds: { least: number; most: number }, must: string): Form {
  return formOf(must, value => {
    if (typeof value !== 'string') return 'wrong-type';
    const number = numberOf(value, notation);
    if (Number.isNaN(number)) return 'malformed';
    return number >= bounds.least && number <= bounds.most ? undefined : 'out-of-range';
  });
}

function numberOf(text: string, { expression, factors }: Notation): number {
  const [, digits, unit = ''] = expression.exec(text) ?? [];
  return Number(digits) * (factors[unit] ?? NaN);
}
