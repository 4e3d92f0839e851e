import { amountOf } from '../amounts.ts';
import type { Cpu, Memory } from '../amounts.ts';
import { amountIn, unit } from '../quantity.ts';
import type { Amount } from '../quantity.ts';
import { formOf } from './form.ts';
import type { Form } from './form.ts';

/** Processor time, up to more cores than a node of any cluster has. */
export const cpuForm = quantity(
  ['1m', '1000'],
  amountOf('1m'),
  "must be cores or thousandths of one, from '1m' to '1000', such as '2' or '250m'",
);

/** Memory of a container or a node: below the least of them, no container starts. */
export const memoryForm = bytes('4Mi', '65536Gi');

/** Disk that goes with the pod, or that a node has. */
export const scratchForm = bytes('1Mi', '65536Gi');

/** Disk of a claim. On less, what a program keeps free for itself is all of it. */
export const diskForm = bytes('16Mi', '65536Gi');

/** A time as Prometheus writes it, up to ten years. */
export const durationForm = formOf("must be a time from '1s' to '3650d', such as '15s', '12h' or '7d'", value => {
  if (typeof value !== 'string') return 'wrong-type';
  const [, digits, letter = ''] = /^(\d+)([smhd])$/.exec(value) ?? [];
  const seconds = Number(digits) * (secondsOf[letter] ?? NaN);
  if (Number.isNaN(seconds)) return 'malformed';
  return seconds >= 1 && seconds <= 3650 * 86400 ? undefined : 'out-of-range';
});

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86400 };

function bytes(least: Memory, most: Memory): Form {
  return quantity(
    [least, most],
    unit,
    `must be a quantity of bytes, from '${least}' to '${most}', such as '512Mi' or '2G'`,
  );
}

/** @param step what every amount must be a multiple of */
function quantity([least, most]: readonly [Cpu | Memory, Cpu | Memory], step: Amount, must: string): Form {
  const bounds = { least: amountOf(least), most: amountOf(most) };
  return formOf(must, value => {
    if (typeof value !== 'string') return 'wrong-type';
    const amount = amountIn(value);
    if (amount === undefined || amount % step !== 0n) return 'malformed';
    return amount >= bounds.least && amount <= bounds.most ? undefined : 'out-of-range';
  });
}
