import type { Environment } from '../model/environment.ts';
import type { Answered, AnsweredEverywhere } from '../answers/index.ts';
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
export function residencesOn(cluster: string, { environments }: Delivery, answered: AnsweredEverywhere): Residence[] {
  return environments
    .map(({ environment, surroundings, placed }): Residence => {
      const given = answered.get(surroundings)!;
      const here = placed.filter(({ draft }) => draft.cluster === cluster);
      const residents = here.map(each => ({ ...each, answers: given.get(each.draft.component) ?? {} }));
      return { environment, residents };
    })
    .filter(({ residents }) => residents.length > 0);
}
