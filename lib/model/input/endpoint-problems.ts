import { portNameOf } from '../endpoint.ts';
import type { Endpoint } from '../endpoint.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { duplicateProblems, nameProblems, quoted } from './names.ts';

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
      .filter(name => !endpoints[name])
      .map(name =>
        mistake(
          'unknown-name',
          'overlays/site.ts',
          `'exposed' names '${name}', which must be an endpoint: ${quoted(Object.keys(endpoints))}`,
        ),
      ),
    ...site.exposed
      .filter(name => endpoints[name] && endpoints[name].nodePort === undefined)
      .map(name =>
        mistake('missing', 'overlays/site.ts', `'exposed' names '${name}', which must have a 'nodePort' in ${where}`),
      ),
  ];
}

function rowProblems(name: string, endpoint: Endpoint, components: Platform['components']): Mistake[] {
  const row = `${where}: '${name}'`;
  const { component, service, port } = endpoint;
  const problems = nameProblems(where, name);
  const owner = components[component];
  if (!owner) {
    problems.push(
      mistake('unknown-name', row, `component '${component}' must be one of ${quoted(Object.keys(components))}`),
    );
  }
  if (owner && !(service in owner.services)) {
    const known = quoted(Object.keys(owner.services));
    problems.push(mistake('unknown-name', row, `service '${service}' must be one of '${component}': ${known}`));
  }
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    problems.push(mistake('out-of-range', row, `'port' (${port}) must be a whole number from 1 to 65535`));
  }
  return [...problems, ...nameProblems(`${row}: port name`, portNameOf(endpoint), 15)];
}
