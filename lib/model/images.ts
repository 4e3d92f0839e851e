/** Images of one service: what runs everywhere, and where an environment runs another one. */
export interface ServiceImages {
  readonly default: string;
  readonly [environment: string]: string;
}

/** Images by service, as `overlays/images.json` has them. */
export type Images = Readonly<Record<string, ServiceImages>>;

/** The image that a service runs in an environment; the default in the base. */
export function imageOf(images: Images, service: string, environment: string | undefined): string {
  const entry = images[service];
  if (!entry) throw new Error(`overlays/images.json: '${service}' is missing, every service must have an image`);
  return (environment !== undefined && entry[environment]) || entry.default;
}
