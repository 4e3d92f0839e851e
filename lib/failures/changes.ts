import { becoming, ending } from './series.ts';
import type { Labels, Series } from './series.ts';
import type { Target } from './targets.ts';
import type { Stored, World } from './world.ts';

/** Series of a metric with some labels. */
export function storedWith({ stored }: World, metric: string, labels: Labels): Stored[] {
  const wanted = Object.entries(labels);
  return stored.filter(
    ({ series }) => series.metric === metric && wanted.every(([label, value]) => series.labels[label] === value),
  );
}

/** A metric with some labels, saying something else. */
export function saying(world: World, metric: string, labels: Labels, value: number): Series[] {
  return storedWith(world, metric, labels).map(({ series }) => becoming(series, value));
}

/** What is seen when programs no longer answer: nothing of them, and of what only they told, but that. */
export function silent({ stored }: World, gone: readonly Target[]): Series[] {
  return stored
    .filter(({ through }) => through.some(target => gone.includes(target)))
    .map(({ series, through }) =>
      series.metric === 'up' && gone.includes(through[0]!) && !through.slice(1).some(each => gone.includes(each))
        ? becoming(series, 0)
        : ending(series),
    );
}

/** Later changes win: whoever no longer answers tells nothing of others either. */
export function together(...all: readonly (readonly Series[])[]): Series[] {
  return all.flat();
}
