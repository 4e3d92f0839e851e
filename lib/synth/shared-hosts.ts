import { grouped } from '../model/grouped.ts';
import { mistake, sentenceOf } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { listAt, textAt } from '../yaml/json-path.ts';
import type { Rendered } from './rendered.ts';

/**
 * Mistakes for each host that two environments or two clusters would answer, and for each path of a host that is there
 * twice: people would reach either.
 */
export function sharedHosts(everywhere: readonly Pick<Rendered, 'surroundings' | 'renderings'>[]): Mistake[] {
  const byHost = grouped(everywhere.flatMap(pathsOf), ({ host }) => host);
  const mistakes = [...byHost.values()].flatMap(paths =>
    paths.flatMap((each, index) => {
      const before = paths.slice(0, index);
      const elsewhere = before.find(({ realm }) => realm !== each.realm);
      const other = elsewhere ?? before.find(({ match }) => match === each.match);
      return other ? [clash(each, other)] : [];
    }),
  );
  return [...new Map(mistakes.map(each => [sentenceOf(each), each])).values()];
}

function clash({ where, host, match, realm }: HostPath, other: HostPath): Mistake {
  const isWhole = realm !== other.realm || match === 'Prefix /';
  const what = isWhole ? `'host' ('${host}')` : `'${match.split(' ')[1]}' of host '${host}'`;
  const whose = where === other.where ? 'there twice' : `that of ${other.where} too`;
  return mistake('duplicate', where, `${what} is ${whose}, each must be there once`);
}

/** One path of a host. */
interface HostPath {
  readonly where: string;

  /** The environment and the cluster whose controller answers it. */
  readonly realm: string;
  readonly host: string;

  /** The type of the match and the path: one that must be met whole goes before those that only begin with it. */
  readonly match: string;
}

/** Paths of an environment. Nobody reaches the base. */
function pathsOf({ surroundings, renderings }: Pick<Rendered, 'surroundings' | 'renderings'>): HostPath[] {
  const { environment } = surroundings;
  if (!environment) return [];
  return [...renderings].flatMap(([component, { manifests }]) => {
    const realm = `${environment.name} ${surroundings.clusterOf(component).name}`;
    return manifests
      .filter(({ kind }) => kind === 'Ingress')
      .flatMap(({ spec, metadata }) => {
        const where = `${surroundings.placeOf(component)}: ${metadata.name}`;
        return listAt(spec, 'rules').flatMap(rule => {
          const host = textAt(rule, 'host');
          if (host === undefined) return [];
          return listAt(rule, 'http', 'paths').map(each => {
            const match = `${textAt(each, 'pathType') ?? ''} ${textAt(each, 'path') ?? '/'}`;
            return { where, realm, host, match };
          });
        });
      });
  });
}
