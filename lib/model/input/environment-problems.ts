import type { Cluster } from '../cluster.ts';
import type { Environment } from '../environment.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { clusterNameOf } from '../placement.ts';
import type { Platform } from '../platform.ts';
import { listed } from './did-you-mean.ts';
import { environmentForm } from './environment-form.ts';
import { duplicateProblems, quoted } from './names.ts';
import { rowProblems } from './rows.ts';

const index = 'overlays/index.ts';

/** Mistakes in the environments, each by itself. */
export function environmentRowProblems(environments: readonly Environment[]): Mistake[] {
  return rowProblems(index, environments, environmentForm, name => `overlays/${name}.ts`);
}

/** Mistakes in the environments: their names, where they place components, and whom their settings name. */
export function environmentProblems(platform: Platform): Mistake[] {
  const { environments } = platform;
  return [
    ...(environments.length === 0
      ? [mistake('missing', index, 'there is no environment, at least one must be there')]
      : []),
    ...duplicateProblems(
      index,
      environments.map(({ name }) => name),
    ),
    ...environments.flatMap(environment => [
      ...(environment.name === 'base'
        ? [mistake('reserved', index, "'base' must not be an environment, it is what all of them share")]
        : []),
      ...placementProblems(environment, platform),
      ...settingProblems(environment, platform),
      ...issuerProblems(environment, platform),
      ...dataProblems(environment, platform),
    ]),
  ];
}

function placementProblems({ name, placement }: Environment, { components, clusters }: Platform): Mistake[] {
  const where = `overlays/${name}.ts: 'placement'`;
  if (clusters.length === 0) return []; // that there is none is told already
  const places = [...clusters.map(cluster => cluster.name), 'none'];
  const { default: fallback, ...placed }: Readonly<Record<string, unknown>> = placement;
  const placeable = Object.keys(components).filter(component => !components[component]!.satellite);
  const placeProblems = (whose: string, place: unknown): Mistake[] => {
    if (places.includes(place as string)) return [];
    return [
      mistake(
        'unknown-name',
        where,
        `${whose} is on '${String(place)}', which must be one of ${listed(places, String(place))}`,
      ),
    ];
  };
  return [
    ...(fallback === undefined
      ? [mistake('missing', where, `'default' is missing, it must be one of ${quoted(places)}`)]
      : placeProblems("'default'", fallback)),
    ...Object.entries(placed).flatMap(([component, place]) => {
      if (placeable.includes(component)) return placeProblems(`'${component}'`, place);
      const satellite = components[component]?.satellite;
      if (satellite) {
        const must = `must be left out: it follows from the clusters, and from where '${satellite.of}' is`;
        return [mistake('conflict', where, `'${component}' ${must}`)];
      }
      return [unknownComponent(where, component, placeable)];
    }),
  ];
}

function settingProblems(environment: Environment, { components }: Platform): Mistake[] {
  const { name, settings, placement } = environment;
  const where = `overlays/${name}.ts: 'settings'`;
  return Object.entries(settings).flatMap(([component, services]) => {
    if (!Object.hasOwn(components, component)) return [unknownComponent(where, component, Object.keys(components))];
    // Where no default is said, that is told already, and nobody knows where anything is.
    if (placement.default !== undefined && clusterNameOf(component, environment, components) === undefined) {
      const message = `'${component}' is not in this environment, its settings must go: nothing reads them`;
      return Object.keys(services ?? {}).length > 0 ? [mistake('conflict', where, message)] : [];
    }
    const known = Object.keys(components[component]!.services);
    return Object.keys(services ?? {})
      .filter(service => !known.includes(service))
      .map(service =>
        mistake('unknown-name', where, `'${service}' must be a service of '${component}': ${listed(known, service)}`),
      );
  });
}

function unknownComponent(where: string, name: string, known: readonly string[]): Mistake {
  return mistake('unknown-name', where, `'${name}' must be a component: ${listed(known, name)}`);
}

/** An issuer is a fact of the clusters that run cert-manager. */
function issuerProblems(environment: Environment, platform: Platform): Mistake[] {
  const { issuer } = environment;
  if (issuer !== 'staging' && issuer !== 'production') return [];
  return unserved(environment, platform, `'issuer' ('${issuer}') needs 'cert-manager'`, 'run', ({ operators }) =>
    operators.includes('cert-manager'),
  );
}

/** So is a class whose disks any node can mount. */
function dataProblems(environment: Environment, platform: Platform): Mistake[] {
  const { data } = environment;
  if (data !== 'networked') return [];
  const needed = `'data' ('${data}') needs a 'networkedClass'`;
  return unserved(environment, platform, needed, 'have', ({ networkedClass }) => networkedClass !== undefined);
}

const third = { run: 'runs', have: 'has' } as const;

/** What an environment needs of one of the clusters that run a component of it. */
function unserved(
  environment: Environment,
  { clusters, components }: Platform,
  needed: string,
  verb: keyof typeof third,
  serves: (cluster: Cluster) => boolean,
): Mistake[] {
  const used = new Set(Object.keys(components).map(each => clusterNameOf(each, environment, components)));
  const places = clusters.filter(cluster => used.has(cluster.name));
  if (places.length === 0 || places.some(serves)) return [];
  const named = quoted(places.map(cluster => cluster.name));
  const message = `${needed}, which no cluster of the environment ${third[verb]}: ${named}`;
  const where = `overlays/${environment.name}.ts`;
  return [mistake('not-served-here', where, `${message}. It must be left out, or one must ${verb} it`)];
}
