import { isObject, own } from './input/collections.ts';
import { faultsOf } from './input/form.ts';
import { metadataForm } from './input/metadata-form.ts';
import { joined } from './metadata.ts';
import type { ObjectMetadata } from './metadata.ts';
import type { Surroundings } from './surroundings.ts';

/** What an environment says of a service, under keys that every service has or that only its construct knows. */
export function settingsOf(
  { environment }: Surroundings,
  component: string,
  service: string,
): Readonly<Record<string, unknown>> {
  const services = own(environment?.settings ?? {}, component);
  const settings = isObject(services) ? own(services, service) : undefined;
  return isObject(settings) ? settings : {};
}

/** Labels and annotations of all objects of a service: those of its environment count more than its own. */
export function metadataOf(surroundings: Surroundings, component: string, service: string): ObjectMetadata {
  const { platform, environment } = surroundings;
  const { metadata } = settingsOf(surroundings, component, service);
  const isSound = metadata !== undefined && faultsOf(metadataForm, metadata, '').length === 0;
  return joined([
    platform.components[component]?.services[service]?.metadata,
    environment?.metadata,
    isSound ? (metadata as ObjectMetadata) : {},
  ]);
}
