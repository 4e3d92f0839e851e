import type { ServiceClass } from '../model/service.ts';

/** A service that a chart gets, and what an environment says about it. */
export interface ServiceRow {
  readonly name: string;
  readonly construct: ServiceClass<never>;
  readonly settings: object | undefined;
}
