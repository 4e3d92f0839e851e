import { amountIn } from './quantity.ts';
import type { Amount } from './quantity.ts';

/** CPU in cores or thousandths of a core: `'2'`, `'250m'`. */
export type Cpu = `${number}` | `${number}m`;

/** A number of bytes in any unit of Kubernetes: `'256Mi'`, `'2G'`. `'4GB'` does not compile. */
type Bytes =
  `${number}` | `${number}${'K' | 'M' | 'G' | 'T' | 'P' | 'E'}i` | `${number}${'k' | 'M' | 'G' | 'T' | 'P' | 'E'}`;

/** Memory: `'256Mi'`, `'2Gi'`. */
export type Memory = Bytes;

/** Disk space: `'10Gi'`, `'1T'`. */
export type Storage = Bytes;

/** A time as Prometheus and Alertmanager write it: `'15s'`, `'7d'`. */
export type Duration = `${number}s` | `${number}m` | `${number}h` | `${number}d`;

/** A day of the calendar, which begins at midnight UTC: `2027-05-31`. */
export type Day = `${number}-${number}-${number}`;

/** An address range: `'10.0.0.0/8'`. */
export type Cidr = `${number}.${number}.${number}.${number}/${number}`;

/** How much a text stands for that has its form. @throws TypeError for one that has not */
export function amountOf(text: Cpu | Memory | Storage): Amount {
  const amount = amountIn(text);
  if (amount === undefined) throw new TypeError(`'${text}' is no quantity`);
  return amount;
}
