import { answeredIn } from '../answers/index.ts';
import type { AnyAnswer } from '../answers/index.ts';
import { draftsOf } from '../clusters/drafts.ts';
import { rowsOf } from '../model/leaving.ts';
import { InputError } from '../model/input-error.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Departure, Platform } from '../model/platform.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Draft, Earlier } from '../model/unit.ts';
import type { Rendered, Renderings } from '../synth/rendered.ts';
import { renderingsOf } from '../synth/renderings.ts';
import type { Known } from '../synth/renderings.ts';

/**
 * What components and clusters delivered before anything began to leave, as far as the code still says it: what leaves
 * in its old place, beside all that stays. None of it is written.
 *
 * @param staying the renderings of what stays
 * @param table what becomes of each kind of ask
 * @throws InputError where what leaves cannot be rendered in its old place
 */
export function earlierOf({ earlier, rows }: Departure, staying: Renderings, table: readonly AnyAnswer[]): Earlier {
  try {
    const whole = withNodePorts(earlier, staying);
    const renderings = renderingsOf(
      whole,
      sameAs(
        staying,
        rowsOf(rows, 'service').map(({ service }) => service),
      ),
    );
    return draftsOf(whole, renderings, answeredIn(renderings.environments, table));
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error) || error.constructor !== Error) throw error;
    throw new InputError([
      mistake('conflict', 'overlays/leaving.ts', `what leaves must fit its old place (${error.message})`),
    ]);
  }
}

/** Who called what leaves does not say so any more, so each of its node ports counts as if somebody did. */
function withNodePorts(earlier: Platform, { base }: Renderings): Platform {
  const { endpoints: present } = base.surroundings.platform;
  const gone = Object.values(earlier.endpoints).filter(
    ({ name, nodePort }) => nodePort !== undefined && !Object.hasOwn(present, name),
  );
  const exposed = new Set([...earlier.site.exposed, ...gone.map(({ name }) => name)]);
  return { ...earlier, site: { ...earlier.site, exposed: [...exposed] } };
}

/** Objects of a folder that leave, while it stays on its cluster. */
export function leavingFrom(draft: Draft, earlier: readonly Draft[]): Manifest[] {
  const before = earlier.find(({ path, cluster }) => path === draft.path && cluster === draft.cluster);
  const present = new Set(draft.manifests.map(identityOf));
  return before?.manifests.filter(manifest => !present.has(identityOf(manifest))) ?? [];
}

/** What stays where it was, with all of its services, is what it was. */
function sameAs({ base, environments }: Renderings, leavingServices: readonly string[]): Known {
  const byPlace = new Map<string | undefined, Rendered>(
    [base, ...environments].map(each => [each.surroundings.environment?.name, each]),
  );
  const changed = new Set(leavingServices.map(name => name.slice(0, name.indexOf('/'))));
  return (component: string, around: Surroundings) => {
    const here = byPlace.get(around.environment?.name);
    if (changed.has(component) || !here?.surroundings.has(component)) return undefined;
    const isMoved = here.surroundings.clusterOf(component).name !== around.clusterOf(component).name;
    return isMoved ? undefined : here.renderings.get(component);
  };
}
