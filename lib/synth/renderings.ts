import type { Asked } from '../model/ask.ts';
import { gather } from '../model/gather.ts';
import { InputError } from '../model/input-error.ts';
import { sentenceOf } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Platform } from '../model/platform.ts';
import { Surroundings } from '../model/surroundings.ts';
import { render } from './render.ts';
import type { Rendered, Renderings } from './rendered.ts';
import type { Rendering } from './render.ts';
import { RenderedObjects } from './rendered-objects.ts';
import { readByOperator } from './read-by-operator.ts';
import { sharedHosts } from './shared-hosts.ts';
import { uncarriedValues } from './uncarried-values.ts';
import { unknownPins } from './unknown-pins.ts';
import { stilled } from './still-world.ts';
import type { Run } from './still-world.ts';

/** A rendering that is there already. */
export type Known = (component: string, surroundings: Surroundings) => Rendering | undefined;

/**
 * Renders every component of a platform wherever it is.
 *
 * @param known what need not be rendered again, and hosts may be shared with @default - all is rendered
 * @throws InputError with what constructs refuse, wherever it is, all of it at once
 */
export function renderingsOf(platform: Platform, known?: Known): Renderings {
  const everywhere = [undefined, ...platform.environments].map((environment): RenderingSoFar => ({
    surroundings: new Surroundings(platform, environment),
    renderings: new Map(),
    mistakes: [],
  }));

  stilled(run => {
    // One component everywhere, then the next: its constructs are out of use, and out of memory, that much sooner.
    for (const name of everywhere[0]!.surroundings.components) renderEverywhere(name, everywhere, run, known);
  });
  const mistakes = toldOnce(everywhere.map(each => each.mistakes));
  mistakes.push(...(known ? [] : sharedHosts(everywhere)), ...uncarriedValues(everywhere));
  if (mistakes.length === 0) mistakes.push(...unknownPins(everywhere, platform));
  if (mistakes.length > 0) throw new InputError(mistakes);

  const [base, ...environments] = everywhere.map(({ surroundings, renderings }): Rendered => {
    const asked = [...renderings.values()].flatMap(rendering => rendering.asked);
    return { surroundings, renderings, asked: [...exposures(surroundings), ...readByOperator(surroundings), ...asked] };
  });
  return { base: base!, environments };
}

/** A place where components are rendered, and what has come of it so far. */
interface RenderingSoFar {
  readonly surroundings: Surroundings;
  readonly renderings: Map<string, Rendering>;
  readonly mistakes: Mistake[];
}

function renderEverywhere(name: string, everywhere: readonly RenderingSoFar[], run: Run, known?: Known): void {
  const objects = new RenderedObjects();
  for (const { surroundings, renderings, mistakes } of everywhere) {
    if (!surroundings.has(name)) continue;
    const component = surroundings.platform.components[name]!;
    const rendering =
      known?.(name, surroundings)
      ?? gather(mistakes, () => run(surroundings.placeOf(name), () => render(name, component, surroundings, objects)));
    if (rendering) renderings.set(name, rendering);
  }
}

/** The site's wishes are flows like any other; those for a component that is not here vanish with it. */
function exposures(surroundings: Surroundings): Asked<'flow'>[] {
  return surroundings.platform.site.exposed
    .map(name => surroundings.endpoint(name))
    .filter(({ component }) => surroundings.has(component))
    .map(({ name, component, service }) => ({
      kind: 'flow',
      by: { component, service },
      what: { from: 'tailnet', to: { endpoint: name } },
    }));
}

/** What is wrong in the base is wrong in every environment too, and is told of the base alone. */
function toldOnce([ofBase = [], ...ofOthers]: readonly Mistake[][]): Mistake[] {
  const placeInBase = ({ where }: Mistake): string => where.replace(/^[^/]+/, 'base');
  const inBase = new Set(ofBase.map(sentenceOf));
  const others = ofOthers.flat().filter(each => !inBase.has(sentenceOf({ ...each, where: placeInBase(each) })));
  return [...ofBase, ...others];
}
