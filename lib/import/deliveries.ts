import { inTemporaryFolder } from '../disk/index.ts';
import { identityOf, namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import { Surroundings } from '../model/surroundings.ts';
import { unitsOf } from '../synthesis.ts';
import type { Delivered } from '../synthesis.ts';
import type { Unit } from '../model/unit.ts';
import type { Imported } from './imported.ts';
import type { Kustomize } from './kustomize-program.ts';

/** What a platform delivers, and what of it belongs to an import in each environment. */
export interface Deliveries extends Delivered {
  readonly byEnvironment: ReadonlyMap<string, readonly Manifest[]>;
}

/**
 * Renders a platform, writes its `dist/` to a folder of its own, and has the same Kustomize build what belongs to an
 * import: its components, and of what clusters have that which lies in its namespaces or is asked for by it.
 *
 * @throws InputError with the mistakes of the platform; Error with what Kustomize says where it fails
 */
export function deliveriesOf(platform: Platform, components: readonly Imported[], kustomize: Kustomize): Deliveries {
  const delivered = unitsOf(platform);
  const { delivery, units } = delivered;
  const names = new Set(components.map(({ name }) => name));
  const files = new Map([...delivery.bases.map(base => base.write()), ...units].flatMap(each => [...each.files]));
  const byEnvironment = inTemporaryFolder(files, folder => {
    const builds = new Map<string, readonly Manifest[]>();
    const build = ({ path }: Unit): readonly Manifest[] => {
      if (!builds.has(path)) builds.set(path, kustomize.build(`${folder}/${path}`));
      return builds.get(path)!;
    };
    return new Map(
      platform.environments.map(environment => {
        const here = new Surroundings(platform, environment);
        const own = components.filter(({ name }) => here.has(name));
        const clusters = new Set(own.map(({ name }) => here.clusterOf(name).name));
        const namespaces = new Set(own.map(({ name }) => here.namespaceOf(name)));
        const asked = new Set(own.flatMap(each => askedBy(each, environment.name)).map(identityOf));
        return [
          environment.name,
          units.flatMap(unit => {
            if (unit.environment !== undefined && unit.environment !== environment.name) return [];
            if (unit.owner === 'component') return names.has(unit.component) ? build(unit) : [];
            if (unit.owner !== 'cluster' || !clusters.has(unit.cluster)) return [];
            return build(unit).filter(each => isOf(each, namespaces) || asked.has(identityOf(each)));
          }),
        ] as const;
      }),
    );
  });
  return { ...delivered, byEnvironment };
}

function askedBy({ ofCluster }: Imported, environment: string): readonly Manifest[] {
  return [...ofCluster.base, ...(ofCluster.environments.get(environment) ?? [])];
}

function isOf(manifest: Manifest, namespaces: ReadonlySet<string>): boolean {
  const { kind, metadata } = manifest;
  return namespaces.has(kind === 'Namespace' ? metadata.name : (namespaceOf(manifest) ?? ''));
}
