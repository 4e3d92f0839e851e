import type { Cpu, Memory, Storage } from '../../model/amounts.ts';
import { quantityPattern } from '../../model/quantity.ts';
import { object, optional, text } from './schema.ts';

/** An amount of CPU. */
export const cpu = text<Cpu>(quantityPattern);

/** An amount of memory. */
export const memory = text<Memory>(quantityPattern);

/** The size of a disk. */
export const storageSize = text<Storage>(quantityPattern);

const amounts = object({
  'cpu': optional(cpu),
  'memory': optional(memory),
  'ephemeral-storage': optional(storageSize),
});

/** What a container asks for and may use. */
export const resources = object({ requests: optional(amounts), limits: optional(amounts) });
