import type { ClusterRow } from './cluster.ts';
import type { SingleTable } from './component-table.ts';
import type { Environment } from './environment.ts';
import { isObject } from './input/collections.ts';
import { rowsOf } from './leaving.ts';
import type { Leaving } from './leaving.ts';
import type { SingleRows } from './platform.ts';

/** The tables without what leaves: all that is delivered follows from them. */
export function stayingRows(rows: SingleRows): SingleRows {
  const { leaving = [] } = rows;
  if (leaving.length === 0) return rows;
  const components = stayingComponents(rows.components, leaving);
  return {
    ...rows,
    components,
    clusters: stayingClusters(rows.clusters, leaving),
    environments: rows.environments
      .filter(({ name }) => !rowsOf(leaving, 'environment').some(row => row.environment === name))
      .map(each => stayingEnvironment(each, rows, components)),
    site: {
      ...rows.site,
      exposed: rows.site.exposed.filter(name => !isOffered(name, rows.components) || isOffered(name, components)),
    },
  };
}

/** Pins of images without those of what leaves. @param images content of `overlays/images.json`, whatever it is */
export function stayingImages(images: unknown, rows: SingleRows): unknown {
  const leaving = rows.leaving ?? [];
  if (!isObject(images) || leaving.length === 0) return images;
  const gone = new Set(rowsOf(leaving, 'environment').map(({ environment }) => environment));
  const entries = Object.entries(images).filter(([service]) => !isGone(service, leaving));
  return Object.fromEntries(
    entries.map(([service, pins]) => [
      service,
      isObject(pins) ? Object.fromEntries(Object.entries(pins).filter(([column]) => !gone.has(column))) : pins,
    ]),
  );
}

/** The tables as they were: with what leaves in the place where it was. */
export function earlierRows(rows: SingleRows): SingleRows {
  const moved = rowsOf(rows.leaving ?? [], 'component').flatMap(row => (row.in === undefined ? [] : [row]));
  return {
    ...rows,
    environments: rows.environments.map((environment): Environment => {
      const places = moved.filter(row => row.in === environment.name).map(row => [row.component, row.from]);
      return { ...environment, placement: { ...environment.placement, ...Object.fromEntries(places) } };
    }),
  };
}

/** Whether a service, or a container of it, by its full name, leaves, by itself or with its component. */
function isGone(name: string, leaving: readonly Leaving[]): boolean {
  const component = name.slice(0, name.indexOf('/'));
  return (
    rowsOf(leaving, 'service').some(row => `${name}/`.startsWith(`${row.service}/`))
    || rowsOf(leaving, 'component').some(row => row.in === undefined && row.component === component)
  );
}

function stayingComponents(components: SingleTable, leaving: readonly Leaving[]): SingleTable {
  const gone = new Set(rowsOf(leaving, 'component').flatMap(row => (row.in === undefined ? [row.component] : [])));
  const services = new Set(rowsOf(leaving, 'service').map(({ service }) => service));
  return Object.fromEntries(
    Object.entries(components)
      .filter(([name]) => !gone.has(name))
      .map(([name, definition]) => {
        if ('on' in definition) return [name, definition];
        const left = Object.entries(definition.services).filter(([service]) => !services.has(`${name}/${service}`));
        return [name, { ...definition, services: Object.fromEntries(left) }];
      }),
  );
}

/** A cluster that leaves is asked for separately: nothing can be placed on it any more. */
function stayingClusters(clusters: readonly ClusterRow[], leaving: readonly Leaving[]): ClusterRow[] {
  const operators = rowsOf(leaving, 'operator');
  return clusters
    .filter(({ name }) => !rowsOf(leaving, 'cluster').some(({ cluster }) => cluster === name))
    .map(row => ({
      ...row,
      operators: row.operators.filter(
        name => !operators.some(({ operator, from }) => operator === name && from === row.name),
      ),
    }));
}

/** What an environment says of what leaves is said to nobody. */
function stayingEnvironment(environment: Environment, rows: SingleRows, staying: SingleTable): Environment {
  const leavingClusters = rowsOf(rows.leaving ?? [], 'cluster').map(({ cluster }) => cluster);
  const wasThere = (name: string): boolean =>
    Object.hasOwn(rows.components, name) || isSatelliteOf(name, leavingClusters, rows);
  const stays = (name: string): boolean => Object.hasOwn(staying, name) || !wasThere(name);
  const only = <T>(table: Readonly<Record<string, T>>): [string, T][] =>
    Object.entries(table).filter(([name]) => stays(name));
  return {
    ...environment,
    placement: Object.fromEntries(only(environment.placement)) as unknown as Environment['placement'],
    settings: Object.fromEntries(
      only(environment.settings as Readonly<Record<string, object>>).map(([name, services]) => {
        const [definition, left] = [rows.components, staying].map(table =>
          Object.hasOwn(table, name) ? table[name] : undefined,
        );
        if (!isObject(services) || !definition || !left || 'on' in definition || 'on' in left) return [name, services];
        const isLeft = ([service]: [string, unknown]): boolean =>
          Object.hasOwn(left.services, service) || !Object.hasOwn(definition.services, service);
        return [name, Object.fromEntries(Object.entries(services).filter(isLeft))];
      }),
    ) as Environment['settings'],
  };
}

function isSatelliteOf(name: string, clusters: readonly string[], { components }: SingleRows): boolean {
  return Object.values(components).some(
    definition => 'on' in definition && clusters.some(cluster => `${cluster}-${definition.suffix}` === name),
  );
}

/** Whether some service of a table offers an endpoint. */
function isOffered(name: string, components: SingleTable): boolean {
  const [component = '', endpoint = ''] = name.split('/');
  const definition = Object.hasOwn(components, component) ? components[component] : undefined;
  if (!definition || 'on' in definition) return false;
  return Object.values(definition.services).some(({ offers = {} }) => Object.hasOwn(offers, endpoint));
}
