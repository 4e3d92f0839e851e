import { programKinds } from '../kinds/index.ts';
import { checkedPlatform } from '../model/check-input.ts';
import type { ClusterRow } from '../model/cluster.ts';
import type { Environment } from '../model/environment.ts';
import type { Program } from '../synthesis.ts';
import { componentOf } from './imported.ts';
import type { Ground } from './prove.ts';

/**
 * A platform of nothing but an import, with a cluster for each of its environments: what several overlays of a tree call
 * the same need not be on one cluster.
 *
 * @param program whose site and clusters stand for all
 * @param names of the environments
 */
export function provingGround({ site, clusters: [first], argoCd }: Program, names: readonly string[]): Ground {
  const clusters = names.map((name, index): ClusterRow => ({
    ...first!,
    name,
    argocdName: index === 0 ? 'in-cluster' : name,
    tailnetHost: undefined,
    metricLabels: { cluster: name },
    operators: [],
  }));
  const environments = names.map((name): Environment => ({ name, placement: { default: name }, settings: {} }));
  return {
    environments,
    kinds: programKinds,
    platformWith: (components, read) => {
      const rows = {
        site: { ...site, exposed: [] },
        clusters,
        operators: {},
        argoCd,
        tenants: [],
        environments: environments.map(environment => ({
          ...environment,
          placement: {
            ...environment.placement,
            ...Object.fromEntries(
              components
                .filter(({ namespaces }) => !namespaces.has(environment.name))
                .map(({ name }) => [name, 'none']),
            ),
          },
        })),
        // Where Secrets come from is another question than whether the rest is equal.
        components: Object.fromEntries(
          components.map(each => [each.name, { ...componentOf(each), secrets: undefined }]),
        ),
      };
      return checkedPlatform(rows, {}, new Map(), folder => read(folder) ?? new Map());
    },
  };
}
