import { hint } from '../model/input/did-you-mean.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Platform } from '../model/platform.ts';
import type { Rendering } from './render.ts';

/**
 * Pins of containers that no service has, wherever it is. Which there are is known once everything is rendered: they
 * stand in code and in environments.
 */
export function unknownPins(
  everywhere: readonly { readonly renderings: ReadonlyMap<string, Rendering> }[],
  { images }: Platform,
): Mistake[] {
  const renderings = everywhere.flatMap(each => [...each.renderings.values()]);
  const rendered = new Set(renderings.map(({ component }) => component));
  const known = [...new Set(renderings.flatMap(({ containers }) => containers))];
  return Object.keys(images)
    .filter(name => name.split('/').length === 3 && rendered.has(name.split('/')[0]!) && !known.includes(name))
    .map(name => {
      const message = `'${name}' must be '<component>/<service>/<container>' of a container beside the service's own`;
      return mistake('unknown-name', 'overlays/images.json', message + hint(known, name));
    });
}
