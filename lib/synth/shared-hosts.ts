import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { isMap } from '../yaml/json.ts';
import type { Json } from '../yaml/json.ts';
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
  const { environment } = surroundings;
  if (!environment) return [];
  return [...renderings].flatMap(([component, { manifests }]) =>
    manifests
      .filter(({ kind }) => kind === 'Ingress')
      .flatMap(({ spec, metadata }) =>
        listIn(spec, 'rules')
          .map(rule => (isMap(rule) ? rule.host : undefined))
          .filter(host => typeof host === 'string')
          .map(host => ({ where: `${environment.name}/${component}: ${metadata.name}`, host })),
      ),
  );
}

function listIn(value: Json | undefined, key: string): readonly Json[] {
  const list = isMap(value) ? value[key] : undefined;
  return Array.isArray(list) ? (list as readonly Json[]) : [];
}
