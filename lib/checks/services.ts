import type { Container } from '../kinds/pods/containers.ts';
import type { Service } from '../model/service.ts';
import type { Surroundings } from '../model/surroundings.ts';
import type { Unit } from '../model/unit.ts';
import { mapAt } from '../yaml/json-path.ts';
import { containersOf } from './pods.ts';
import type { World } from './world.ts';

/** The services of the component that a unit delivers, by name; none where it delivers no component. */
export function servicesOf({ owner, component }: Unit, { facts }: World): [string, Service][] {
  if (owner !== 'component') return [];
  return Object.entries(facts.platform.components[component]?.services ?? {});
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
