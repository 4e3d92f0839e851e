import type { Cpu, Memory, Storage } from './amounts.ts';

/** What a container of a chart gets. */
export type Resources = {
  readonly requests: { readonly 'cpu': Cpu; readonly 'memory': Memory; readonly 'ephemeral-storage': Storage };
  readonly limits: { readonly 'cpu'?: Cpu; readonly 'memory': Memory; readonly 'ephemeral-storage': Storage };
};

/**
 * @param cpu what it usually needs, and what it may need at most; of one alone, the LimitRange of the namespace says the most
 * @param memory the same of memory
 */
export function resources(
  cpu: Cpu | readonly [Cpu, Cpu],
  memory: readonly [Memory, Memory],
  scratch: Storage = '64Mi',
): Resources {
  const [least, most] = typeof cpu === 'string' ? [cpu] : cpu;
  return {
    requests: { 'cpu': least, 'memory': memory[0], 'ephemeral-storage': scratch },
    limits: { ...(most !== undefined && { cpu: most }), 'memory': memory[1], 'ephemeral-storage': scratch },
  };
}
