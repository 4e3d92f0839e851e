import { InputError } from '../model/input-error.ts';
import type { Platform } from '../model/platform.ts';
import { Surroundings } from '../model/surroundings.ts';
import { baseCluster } from './base-cluster.ts';
import { render } from './render.ts';
import type { Rendering } from './render.ts';
import { RenderedObjects } from './rendered-objects.ts';
import { inStillWorld } from './still-world.ts';

/** Every component in one environment, or in the base. */
export interface Rendered {
  readonly surroundings: Surroundings;
  readonly renderings: ReadonlyMap<string, Rendering>;
}

/**
 * Every component of a platform in full: in the base first, then in each environment.
 *
 * @throws InputError with what constructs refuse, wherever it is, all of it at once
 */
export function renderings(platform: Platform, components: readonly string[]): Rendered[] {
  const everywhere = [undefined, ...platform.environments].map(environment => ({
    surroundings: new Surroundings(platform, environment, baseCluster),
    renderings: new Map<string, Rendering>(),
    problems: [] as string[],
  }));

  for (const name of components) {
    // One component everywhere, then the next: its constructs are out of use, and out of memory, that much sooner.
    const objects = new RenderedObjects();
    for (const { surroundings, renderings, problems } of everywhere) {
      try {
        const where = `${surroundings.environment?.name ?? 'base'}/${name}`;
        const component = platform.components[name]!;
        renderings.set(
          name,
          inStillWorld(where, () => render(name, component, surroundings, objects)),
        );
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(...error.problems);
      }
    }
  }
  const problems = everywhere.flatMap(each => each.problems);
  if (problems.length > 0) throw new InputError(problems);
  return everywhere;
}
