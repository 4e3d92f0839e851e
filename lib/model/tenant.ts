import type { Cpu, Memory } from './amounts.ts';

/** A team that shares the inference platform with others, isolated in a namespace of its own. */
export interface Tenant {
  readonly name: string;

  /** What all of its pods together may request. */
  readonly quota: { readonly cpu: Cpu; readonly memory: Memory };
}
