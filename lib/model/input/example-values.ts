import { imageOf } from '../images.ts';
import type { Platform } from '../platform.ts';

/** A value that this repository brings as an example, and that stands for one of its owner. */
export interface ExampleValue {
  /** File and row, or component and service. */
  readonly where: string;
  readonly field: string;
  readonly value: string;
}

// Names that nobody can have, and a project number that Google gives to nobody.
// https://www.rfc-editor.org/rfc/rfc2606#section-3
const example = /\bexample(?:\.(?:com|net|org)\b|-)|\b0{12}\b/;

/** Values with which nothing can be delivered: those of the site and the clusters, and images that services run. */
export function exampleValues(platform: Platform): ExampleValue[] {
  const { site, clusters, components } = platform;
  const services = Object.entries(components).flatMap(([component, row]) =>
    Object.keys(row.services).map(service => ({ component, service })),
  );
  return [
    ...examplesIn('overlays/site.ts', site),
    ...clusters.flatMap(({ name, identityProvider }) =>
      examplesIn(`argocd/clusters.ts: '${name}'`, { identityProvider }),
    ),
    ...services.flatMap(key =>
      examplesIn(`${key.component}/${key.service}`, { image: imageOf(platform, key, undefined) }),
    ),
  ];
}

function examplesIn(where: string, row: object): ExampleValue[] {
  return Object.entries(row).flatMap(([field, value]: [string, unknown]) =>
    typeof value === 'string' && example.test(value) ? [{ where, field, value }] : [],
  );
}
