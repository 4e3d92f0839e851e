import type { Components } from './component.ts';

/** Where a service runs another image than its own: everywhere (`default`), or in one environment. */
export type ServicePins = Readonly<Record<string, string>>;

/** Pins by `<component>/<service>`, or `<component>/<service>/<container>` for one beside the service's own, as `overlays/images.json` has them. */
export type Images = Readonly<Record<string, ServicePins>>;

/** The image that a service runs in an environment; its own, or the default pin, in the base; undefined where YAML says it. */
export function imageOf(
  { images, components }: { readonly images: Images; readonly components: Components },
  { component, service }: { readonly component: string; readonly service: string },
  environment: string | undefined,
): string | undefined {
  const own = components[component]!.services[service]!.image;
  return pinnedImage(images, `${component}/${service}`, environment) ?? own;
}

/** What is pinned under a name in an environment, or by default; undefined where nothing is. */
export function pinnedImage(images: Images, name: string, environment: string | undefined): string | undefined {
  const pins = images[name];
  return (environment !== undefined ? pins?.[environment] : undefined) ?? pins?.default;
}

/** The same for a service that makes pods. @throws Error where it has none */
export function ownImage(...[platform, named, environment]: Parameters<typeof imageOf>): string {
  const image = imageOf(platform, named, environment);
  if (image !== undefined) return image;
  throw new Error(`Service '${named.service}' has no 'image', it must have one to make pods`);
}
