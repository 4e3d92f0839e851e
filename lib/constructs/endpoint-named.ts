import { hint } from '../model/input/did-you-mean.ts';
import type { Endpoint } from '../model/endpoint.ts';
import type { Surroundings } from '../model/surroundings.ts';

/**
 * The endpoint that a service means: a bare name is one of its own component, `<component>/<name>` one of another.
 *
 * @throws Error with the names that are near
 */
export function endpointNamed(reference: string, component: string, { platform }: Surroundings): Endpoint {
  const name = reference.includes('/') ? reference : `${component}/${reference}`;
  const endpoint = platform.endpoints[name];
  if (endpoint) return endpoint;
  const known = Object.values(platform.endpoints).map(each => each.name);
  const elsewhere = known.filter(each => each.endsWith(`/${reference}`));
  throw new Error(
    `endpoint '${reference}' is not offered by component '${name.split('/')[0]}', it must be a name there, or `
      + `'<component>/<name>'${hint(known, elsewhere[0] ?? name)}`,
  );
}
