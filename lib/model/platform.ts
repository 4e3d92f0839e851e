import { clustersOf } from './cluster.ts';
import type { Cluster, ClusterRow } from './cluster.ts';
import { componentsOn } from './component-table.ts';
import type { Components } from './component.ts';
import type { ComponentTable, SingleTable } from './component-table.ts';
import type { CustomKind } from './custom-kind.ts';
import type { Definition } from './definition.ts';
import { endpointsOf } from './endpoint.ts';
import type { Endpoints } from './endpoint.ts';
import type { Environment } from './environment.ts';
import type { HelmChart, Operators } from './helm-chart.ts';
import type { Images } from './images.ts';
import type { Leaving } from './leaving.ts';
import type { PlainComponents } from './plain-objects.ts';
import { singled } from './siblings.ts';
import type { Site } from './site.ts';
import type { Tenant } from './tenant.ts';

/** Everything that people write in code: the tables of `overlays/` and `argocd/`. */
export interface Rows {
  readonly site: Site;
  readonly clusters: readonly ClusterRow[];
  readonly operators: Operators;

  /** The chart of Argo CD itself. */
  readonly argoCd: HelmChart;
  readonly environments: readonly Environment[];
  readonly tenants: readonly Tenant[];
  readonly components: ComponentTable;

  /** What the platform says of its own kinds beside their definitions. @default - nothing */
  readonly kinds?: readonly CustomKind[];

  /** What is still there, and is not to be delivered any more. @default - nothing leaves */
  readonly leaving?: readonly Leaving[];
}

/** The same tables with each sibling under its own name. */
export interface SingleRows extends Omit<Rows, 'components'> {
  readonly components: SingleTable;
}

/** The whole input of the program: rows with every default filled in, and what follows from them alone. */
export interface Platform extends Omit<Rows, 'clusters' | 'components' | 'kinds' | 'leaving'> {
  readonly clusters: readonly Cluster[];
  readonly components: Components;
  readonly endpoints: Endpoints;
  readonly images: Images;
  readonly kinds: readonly CustomKind[];

  /** Kinds that a definition file in `imports/` describes. */
  readonly definitions: readonly Definition[];

  /** What components keep as YAML. @default - nothing */
  readonly plain?: PlainComponents;

  /** What leaves. Nothing of it is in any other field. @default - nothing leaves */
  readonly leaving?: Departure;
}

/** What leaves, and where it was. */
export interface Departure {
  readonly rows: readonly Leaving[];

  /** The platform with all that leaves in its old place: from it follows what must still be admitted. */
  readonly earlier: Platform;

  /** Clusters that leave: they still have what a cluster has once. */
  readonly clusters: readonly Cluster[];
}

/** Puts a platform together. What is wrong with its rows is told by `checkedPlatform`. */
export function platformOf(
  { leaving: _, ...written }: Rows,
  images: Images,
  definitions: readonly Definition[] = [],
): Platform {
  const rows = singled(written);
  const clusters = clustersOf(rows.clusters, rows.site);
  const components = componentsOn(
    clusters.map(({ name }) => name),
    rows.components,
  );
  const { kinds = [] } = rows;
  return { ...rows, clusters, components, endpoints: endpointsOf(components), images, kinds, definitions };
}

/** The clusters that receive anything, and the environments that have a project: those that leave among them. */
export function standing(platform: Platform): Platform {
  const { leaving, clusters, environments } = platform;
  if (!leaving) return platform;
  const present = new Set(environments.map(({ name }) => name));
  const gone = leaving.earlier.environments.filter(({ name }) => !present.has(name));
  return { ...platform, clusters: [...clusters, ...leaving.clusters], environments: [...environments, ...gone] };
}
