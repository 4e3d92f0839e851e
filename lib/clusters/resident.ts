import type { Environment } from '../model/environment.ts';
import type { Answered } from '../answers/index.ts';
import type { Delivery, Placed } from '../synth/delivery.ts';

/** A component on a cluster, with what answers its asks beside its own objects. */
export interface Resident extends Placed {
  readonly answers: NonNullable<ReturnType<Answered['get']>>;
}

/** What an environment has on one cluster. */
export interface Residence {
  readonly environment: Environment;
  readonly residents: readonly Resident[];
}

/** Everything that is placed on a cluster, by environment; an environment that has nothing there is left out. */
export function residencesOn(cluster: string, { environments }: Delivery, answered: readonly Answered[]): Residence[] {
  return environments
    .map(({ environment, placed }, index): Residence => {
      const here = placed.filter(({ draft }) => draft.cluster === cluster);
      const residents = here.map(each => ({ ...each, answers: answered[index]!.get(each.draft.component) ?? {} }));
      return { environment, residents };
    })
    .filter(({ residents }) => residents.length > 0);
}
