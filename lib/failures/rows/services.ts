import type { Failure, OwnSeries } from '../../model/symptoms.ts';
import { storedWith } from '../changes.ts';
import type { Broken, FailureRow } from '../row.ts';
import { becoming, ending, pacing } from '../series.ts';
import type { Series } from '../series.ts';
import type { Target } from '../targets.ts';
import { appearingAt, storedAs } from '../world.ts';
import type { World } from '../world.ts';
import { targetsAt } from './workloads.ts';

/** What a service's row says of itself, where it is not about the way to another. */
export const services: FailureRow = {
  title: 'A service fails, and says so itself',
  of: world =>
    world.scene.surroundings.components.flatMap(component =>
      Object.entries(world.scene.platform.components[component]!.services).flatMap(([service, { symptoms }]) =>
        (symptoms?.failures ?? [])
          .filter(({ without }) => without === undefined)
          .map(failure => brokenBy(world, component, service, failure)),
      ),
    ),
};

/** A failure of a service in all of its pods, as its own series tell of it. */
export function brokenBy(world: World, component: string, service: string, failure: Failure): Broken {
  const { what, series, gone = [], unwatched } = failure;
  const changes = targetsAt(world, component, service).flatMap(target => [
    ...series.flatMap(own => changed(world, target, own)),
    ...gone.flatMap(metric => ended(world, target, metric)),
  ]);
  return { thing: `${component}/${service} ${what}`, changes, ...(unwatched !== undefined && { unwatched }) };
}

function changed(world: World, target: Target, own: OwnSeries): Series[] {
  const { value, perMinute = 0 } = own;
  const known = storedAs(own, target).flatMap(({ series: { metric, labels } }) => storedWith(world, metric, labels));
  if (known.length === 0) return appearingAt(world, target, own);
  return known.map(({ series }) =>
    series.perMinute > 0 ? pacing(series, perMinute) : becoming(series, value, perMinute),
  );
}

function ended({ stored }: World, target: Target, metric: string): Series[] {
  return stored
    .filter(({ series, through }) => series.metric === metric && through[0] === target)
    .map(({ series }) => ending(series));
}
