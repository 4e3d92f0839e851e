import type { Cpu, Memory, Storage } from './amounts.ts';

/** What a container of a chart gets. A processor limit would only slow down work that has to be done anyway. */
export type Resources = {
  readonly requests: { readonly 'cpu': Cpu; readonly 'memory': Memory; readonly 'ephemeral-storage': Storage };
  readonly limits: { readonly 'memory': Memory; readonly 'ephemeral-storage': Storage };
};

/** @param memory what it usually needs, and what it may need at most */
export function resources(cpu: Cpu, memory: readonly [Memory, Memory], scratch: Storage = '64Mi'): Resources {
  return {
    requests: { 'cpu': cpu, 'memory': memory[0], 'ephemeral-storage': scratch },
    limits: { 'memory': memory[1], 'ephemeral-storage': scratch },
  };
}
