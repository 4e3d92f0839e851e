import type { Container } from '../kinds/pods/containers.ts';
import type { Platform } from '../model/platform.ts';
import type { Service } from '../model/service.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Unit } from '../model/unit.ts';
import { mapAt } from '../yaml/json-path.ts';
import { containersOf } from './pods.ts';
import type { World } from './world.ts';

/** The services of the component that a unit delivers, by name and as they are there; none where it delivers no component. */
export function servicesOf(unit: Unit, world: World): [string, Service][] {
  if (unit.owner !== 'component') return [];
  const { components } = platformOf(unit, world);
  return Object.entries(components[unit.component]?.services ?? {});
}

/** The platform as the environment of a unit has it. */
export function platformOf(unit: Unit, world: World): Platform {
  return surroundingsOf(unit, world)?.platform ?? world.facts.platform;
}

/** Where a unit of an environment is. */
export function surroundingsOf(unit: Unit, { facts }: World): Surroundings | undefined {
  return facts.delivery.environments.find(({ environment }) => environment.name === unit.environment)?.surroundings;
}

/** The files of one config of a service, by name, as they are rendered. */
export function configOf({ manifests }: Unit, service: string, config: string): Readonly<Record<string, string>> {
  const name = `${service}-${config}`;
  const configMap = manifests.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === name);
  return mapAt(configMap, 'data') as Readonly<Record<string, string>>;
}

/** The containers of a service, as they are rendered. */
export function serviceContainers({ manifests }: Unit, service: string, world: World): Container[] {
  return manifests
    .filter(({ metadata }) => metadata.name === service)
    .flatMap(manifest => containersOf(manifest, world));
}
