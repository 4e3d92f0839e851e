import { join, relative } from 'node:path';
import { readJson, readTree } from '../disk/index.ts';
import { kindsOf } from '../kinds/index.ts';
import { checkedPlatform } from '../model/check-input.ts';
import type { Environment } from '../model/environment.ts';
import { own } from '../model/input/collections.ts';
import { definitionFiles } from '../synthesis.ts';
import type { Program } from '../synthesis.ts';
import { componentOf } from './imported.ts';
import type { Imported } from './imported.ts';
import type { Ground } from './prove.ts';

/** A component in an environment whose file must say where it is. */
export interface PlacementLine {
  readonly environment: string;
  readonly component: string;

  /** Cluster, or `none`. */
  readonly place: string;
}

/** The owner's platform with an import among its components. @param here environments that the tree has */
export function ownGround({ root, ...rows }: Program, here: readonly string[]): Ground {
  const environments = rows.environments.map(environment => {
    const { default: place } = environment.placement;
    // What is imported must be somewhere, also in an environment in which nothing is by itself.
    const isLost = place === 'none' && here.includes(environment.name) && rows.clusters[0] !== undefined;
    return isLost
      ? { ...environment, placement: { ...environment.placement, default: rows.clusters[0]!.name } }
      : environment;
  });
  const images = readJson(relative('', join(root, 'overlays/images.json')));
  const definitions = definitionFiles(root);
  const readOwn = (folder: string): Map<string, string> => readTree(relative('', join(root, folder)));
  return {
    environments,
    kinds: kindsOf(checkedPlatform(rows, images, definitions, readOwn)),
    platformWith: (components, read) => {
      const lines = placementLines(rows.environments, components, environments);
      const placed = rows.environments.map((environment): Environment => {
        const added = lines.filter(line => line.environment === environment.name);
        const places = Object.fromEntries(added.map(({ component, place }) => [component, place]));
        return { ...environment, placement: { ...environment.placement, ...places } };
      });
      const imported = Object.fromEntries(components.map(each => [each.name, componentOf(each)]));
      const all = { ...rows, environments: placed, components: { ...rows.components, ...imported } };
      return checkedPlatform(all, images, definitions, folder => read(folder) ?? readOwn(folder));
    },
  };
}

/** What environments must say, because it is not what they say of every component. @param settled where an import is */
export function placementLines(
  environments: readonly Environment[],
  components: readonly Imported[],
  settled: readonly Environment[] = environments,
): PlacementLine[] {
  return environments.flatMap((environment, index) =>
    components.flatMap(({ name, namespaces }) => {
      const place = namespaces.has(environment.name) ? String(own(settled[index]!.placement, 'default')) : 'none';
      return place === environment.placement.default ? [] : [{ environment: environment.name, component: name, place }];
    }),
  );
}
