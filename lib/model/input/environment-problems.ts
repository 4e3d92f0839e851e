import { didYouMean } from '../did-you-mean.ts';
import type { Environment } from '../environment.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { duplicateProblems, nameProblems, quoted } from './names.ts';

/** Mistakes in the environments: their names, where they place components, and whom their settings name. */
export function environmentProblems(platform: Platform): Mistake[] {
  const { environments } = platform;
  return [
    ...duplicateProblems(
      'overlays/index.ts',
      environments.map(({ name }) => name),
    ),
    ...environments.flatMap(environment => [
      ...nameProblems('overlays/index.ts', environment.name),
      ...(environment.name === 'base'
        ? [mistake('reserved', 'overlays/index.ts', "'base' must not be an environment, it is what all of them share")]
        : []),
      ...placementProblems(environment, platform),
      ...settingProblems(environment, platform),
    ]),
  ];
}

function placementProblems({ name, placement }: Environment, { components, clusters }: Platform): Mistake[] {
  const where = `overlays/${name}.ts: 'placement'`;
  const places = [...clusters.map(cluster => cluster.name), 'none'];
  const { default: fallback, ...placed }: Readonly<Record<string, unknown>> = placement;
  const placeable = Object.keys(components).filter(component => !components[component]!.satellite);
  const placeProblems = (whose: string, place: unknown): Mistake[] => {
    if (places.includes(place as string)) return [];
    const near = didYouMean(String(place), places);
    return [
      mistake(
        'unknown-name',
        where,
        `${whose} is on '${String(place)}', which must be one of ${quoted(places)}${near}`,
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
      const near = didYouMean(component, placeable);
      return [mistake('unknown-name', where, `'${component}' must be a component: ${quoted(placeable)}${near}`)];
    }),
  ];
}

function settingProblems({ name, settings }: Environment, { components }: Platform): Mistake[] {
  const where = `overlays/${name}.ts: 'settings'`;
  return Object.entries(settings).flatMap(([component, services]) => {
    const owner = components[component];
    if (!owner)
      return [mistake('unknown-name', where, `'${component}' must be a component: ${quoted(Object.keys(components))}`)];
    return Object.keys(services ?? {})
      .filter(service => !(service in owner.services))
      .map(service =>
        mistake(
          'unknown-name',
          where,
          `'${service}' must be a service of '${component}': ${quoted(Object.keys(owner.services))}`,
        ),
      );
  });
}
