import { listed } from '../model/input/did-you-mean.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { overlaysOf } from './source.ts';
import type { Source } from './source.ts';

/**
 * Where each environment lies in a source: as it was said, or else in the overlay of its name; and all of them are alike
 * where there are no overlays.
 *
 * @param said `<environment>=<path>`, in any order
 * @param known names of the environments, in their order
 * @throws InputError for what is no environment, and for a tree whose overlays are called otherwise
 */
export function environmentPlaces(
  source: Source,
  said: readonly string[],
  known: readonly string[],
): Map<string, string> {
  if (said.length > 0) return inOrder(saidPlaces(said, known), known);
  const overlays = overlaysOf(source);
  const named = known.filter(name => overlays.has(name));
  if (named.length > 0) return new Map(named.map(name => [name, overlays.get(name)!]));
  if (overlays.size === 0) return new Map(known.map(name => [name, '.']));
  const [overlay] = overlays.values();
  const message =
    `has overlays of other names than the environments (${known.join(', ')}): ${[...overlays.values()].join(', ')}. `
    + `Each environment that it has must be said, such as --environment ${known[0]}=${overlay}`;
  throw new InputError([mistake('unknown-name', source.shown, message)]);
}

function saidPlaces(said: readonly string[], known: readonly string[]): Map<string, string> {
  const places = new Map<string, string>();
  const mistakes = said.flatMap((text): Mistake[] => {
    const [, name, path] = /^([^=]+)=(.+)$/.exec(text) ?? [];
    const where = `--environment ${text}`;
    if (name === undefined || path === undefined) return [mistake('malformed', where, 'must be <environment>=<path>')];
    if (!known.includes(name)) {
      return [mistake('unknown-name', where, `'${name}' must be an environment: ${listed(known, name)}`)];
    }
    if (places.has(name)) return [mistake('duplicate', where, `'${name}' is said twice, it must be said once`)];
    places.set(name, path);
    return [];
  });
  if (mistakes.length > 0) throw new InputError(mistakes);
  return places;
}

function inOrder(places: ReadonlyMap<string, string>, known: readonly string[]): Map<string, string> {
  return new Map(known.filter(name => places.has(name)).map(name => [name, places.get(name)!]));
}
