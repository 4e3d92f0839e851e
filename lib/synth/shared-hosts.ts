import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { listAt, textAt } from '../yaml/json-path.ts';
import type { Rendered } from './rendered.ts';

/** Mistakes for each host that two Ingresses would answer, in one environment or in two: people would reach either. */
export function sharedHosts(everywhere: readonly Pick<Rendered, 'surroundings' | 'renderings'>[]): Mistake[] {
  const owners = new Map<string, string>();
  const mistakes: Mistake[] = [];
  for (const { where, host } of everywhere.flatMap(hostsOf)) {
    const owner = owners.get(host);
    if (owner === undefined) owners.set(host, where);
    else
      mistakes.push(mistake('duplicate', where, `'host' ('${host}') is that of ${owner} too, each must be there once`));
  }
  return mistakes;
}

/** Hosts of an environment. Nobody reaches the base. */
function hostsOf({
  surroundings,
  renderings,
}: Pick<Rendered, 'surroundings' | 'renderings'>): { where: string; host: string }[] {
  if (!surroundings.environment) return [];
  return [...renderings].flatMap(([component, { manifests }]) =>
    manifests
      .filter(({ kind }) => kind === 'Ingress')
      .flatMap(({ spec, metadata }) =>
        listAt(spec, 'rules')
          .flatMap(rule => textAt(rule, 'host') ?? [])
          .map(host => ({ where: `${surroundings.placeOf(component)}: ${metadata.name}`, host })),
      ),
  );
}
