import type { Cpu, Memory, Storage } from '../../model/amounts.ts';
import { object, optional, text } from './schema.ts';

/** An amount of CPU, as `model/amounts.ts` writes it. */
export const cpu = text<Cpu>(/^\d+(\.\d+|m)?$/);

/** An amount of memory. */
export const memory = text<Memory>(/^\d+(\.\d+)?(Mi|Gi)$/);

/** The size of a disk. */
export const storageSize = text<Storage>(/^\d+(\.\d+)?(Mi|Gi)$/);

const amounts = object({
  'cpu': optional(cpu),
  'memory': optional(memory),
  'ephemeral-storage': optional(storageSize),
});

/** What a container asks for and may use. */
export const resources = object({ requests: optional(amounts), limits: optional(amounts) });
