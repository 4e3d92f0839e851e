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
  const known = clusters.map(cluster => cluster.name);
  const placed: Readonly<Record<string, string | undefined>> = placement;
  return [
    ...Object.keys(placed)
      .filter(component => !(component in components))
      .map(component =>
        mistake('unknown-name', where, `'${component}' must be a component: ${quoted(Object.keys(components))}`),
      ),
    ...Object.keys(components).flatMap(component => {
      const cluster = placed[component];
      if (cluster === undefined)
        return [
          mistake('missing', where, `'${component}' is placed on no cluster, it must be on one of ${quoted(known)}`),
        ];
      return known.includes(cluster)
        ? []
        : [
            mistake(
              'unknown-name',
              where,
              `'${component}' is on cluster '${cluster}', which must be one of ${quoted(known)}`,
            ),
          ];
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
