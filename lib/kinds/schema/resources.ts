import type { Cpu, Memory, Storage } from '../../model/amounts.ts';
import { object, optional, quantity } from './schema.ts';

/** An amount of CPU. */
export const cpu = quantity<Cpu>();

/** An amount of memory. */
export const memory = quantity<Memory>();

/** The size of a disk. */
export const storageSize = quantity<Storage>();

const amounts = object({
  'cpu': optional(cpu),
  'memory': optional(memory),
  'ephemeral-storage': optional(storageSize),
});

/** What a container asks for and may use. */
export const resources = object({ requests: optional(amounts), limits: optional(amounts) });
