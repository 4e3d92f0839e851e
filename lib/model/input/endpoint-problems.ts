import type { Component } from '../component.ts';
import { portNameOf } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { own } from './collections.ts';
import { listed } from './did-you-mean.ts';
import { duplicateProblems, nameProblems } from './names.ts';

const where = 'lib/components/endpoints.ts';

/** Mistakes in the table of endpoints, and in what the site exposes of it. */
export function endpointProblems({ endpoints, components, site }: Platform): Mistake[] {
  const rows = Object.entries(endpoints);
  const ports = rows.flatMap(([, { service, port }]) => `${service}:${port}`);
  const portNames = rows.map(([, endpoint]) => `${endpoint.service}:${portNameOf(endpoint)}`);
  return [
    ...rows.flatMap(([name, endpoint]) => rowProblems(name, endpoint, components)),
    ...duplicateProblems(`${where}: port`, ports),
    ...duplicateProblems(`${where}: port name`, portNames),
    ...site.exposed
      .filter(name => !Object.hasOwn(endpoints, name))
      .map(name =>
        mistake(
          'unknown-name',
          'overlays/site.ts',
          `'exposed' names '${name}', which must be an endpoint: ${listed(Object.keys(endpoints), name)}`,
        ),
      ),
    ...site.exposed
      .filter(name => Object.hasOwn(endpoints, name) && endpoints[name]!.nodePort === undefined)
      .map(name =>
        mistake('missing', 'overlays/site.ts', `'exposed' names '${name}', which must have a 'nodePort' in ${where}`),
      ),
  ];
}

function rowProblems(name: string, endpoint: Endpoint, components: Platform['components']): Mistake[] {
  const row = `${where}: '${name}'`;
  const { component, service, port } = endpoint;
  const problems = nameProblems(where, name);
  const owner = own(components, component) as Component | undefined;
  if (!owner) {
    problems.push(
      mistake(
        'unknown-name',
        row,
        `component '${component}' must be one of ${listed(Object.keys(components), component)}`,
      ),
    );
  }
  if (owner && !Object.hasOwn(owner.services, service)) {
    const known = listed(Object.keys(owner.services), service);
    problems.push(mistake('unknown-name', row, `service '${service}' must be one of '${component}': ${known}`));
  }
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    problems.push(mistake('out-of-range', row, `'port' (${port}) must be a whole number from 1 to 65535`));
  }
  return [...problems, ...nameProblems(`${row}: port name`, portNameOf(endpoint), 15)];
}
