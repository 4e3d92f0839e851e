import type { Components } from './component.ts';

/** Where a service runs another image than its own: everywhere (`default`), or in one environment. */
export type ServicePins = Readonly<Record<string, string>>;

/** Pins by `<component>/<service>`, as `overlays/images.json` has them. */
export type Images = Readonly<Record<string, ServicePins>>;

/** The image that a service runs in an environment; its own, or the default pin, in the base; undefined where YAML says it. */
export function imageOf(
  { images, components }: { readonly images: Images; readonly components: Components },
  { component, service }: { readonly component: string; readonly service: string },
  environment: string | undefined,
): string | undefined {
  const pins = images[`${component}/${service}`];
  const pinned = (environment !== undefined ? pins?.[environment] : undefined) ?? pins?.default;
  return pinned ?? components[component]!.services[service]!.image;
}
