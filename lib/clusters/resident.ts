import type { Cluster } from '../model/cluster.ts';
import type { Delivery, Placed } from '../synth/delivery.ts';

/** A component on a cluster, and the environment that placed it there. */
export interface Tenancy extends Placed {
  readonly environment: string;
}

/** Everything that is placed on one cluster. */
export function tenanciesOf(cluster: Cluster, { environments }: Delivery): Tenancy[] {
  return environments.flatMap(({ environment, placed }) =>
    placed
      .filter(({ unit }) => unit.cluster === cluster.name)
      .map((each): Tenancy => ({ ...each, environment: environment.name })),
  );
}
