import type { Endpoint } from '../endpoint.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { own } from './collections.ts';
import { hint } from './did-you-mean.ts';

const where = 'overlays/site.ts';

/** Mistakes in what the site exposes of the endpoints. */
export function exposedProblems({ endpoints, site }: Platform): Mistake[] {
  return site.exposed.flatMap(name => {
    const endpoint = own(endpoints, name) as Endpoint | undefined;
    if (!endpoint) {
      const near = hint(Object.keys(endpoints), name);
      return [mistake('unknown-name', where, `'exposed' names '${name}', which must be an endpoint${near}`)];
    }
    if (endpoint.nodePort !== undefined) return [];
    const offerer = `service '${endpoint.component}/${endpoint.service}'`;
    return [
      mistake('missing', where, `'exposed' names '${name}', which must have a 'nodePort' where ${offerer} offers it`),
    ];
  });
}
