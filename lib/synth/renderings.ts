import { InputError } from '../model/input-error.ts';
import { sentenceOf } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Platform } from '../model/platform.ts';
import { Surroundings } from '../model/surroundings.ts';
import { baseCluster } from './base-cluster.ts';
import { render } from './render.ts';
import type { Rendering } from './render.ts';
import { RenderedObjects } from './rendered-objects.ts';
import { sharedHosts } from './shared-hosts.ts';
import { uncarriedValues } from './uncarried-values.ts';

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
    mistakes: [] as Mistake[],
  }));

  for (const name of components) {
    // One component everywhere, then the next: its constructs are out of use, and out of memory, that much sooner.
    const objects = new RenderedObjects();
    for (const { surroundings, renderings, mistakes } of everywhere) {
      try {
        renderings.set(name, render(name, platform.components[name]!, surroundings, objects));
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        mistakes.push(...error.mistakes);
      }
    }
  }
  const mistakes = toldOnce(everywhere.map(each => each.mistakes));
  mistakes.push(...sharedHosts(everywhere), ...uncarriedValues(everywhere));
  if (mistakes.length > 0) throw new InputError(mistakes);
  return everywhere;
}

/** What is wrong in the base is wrong in every environment too, and is told of the base alone. */
function toldOnce([ofBase = [], ...ofOthers]: readonly Mistake[][]): Mistake[] {
  const placeInBase = ({ where }: Mistake): string => where.replace(/^[^/]+/, 'base');
  const inBase = new Set(ofBase.map(sentenceOf));
  const others = ofOthers.flat().filter(each => !inBase.has(sentenceOf({ ...each, where: placeInBase(each) })));
  return [...ofBase, ...others];
}
