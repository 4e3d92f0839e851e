import type { Component } from '../lib/model/component.ts';
import { InputError } from '../lib/model/input-error.ts';
import { mistake } from '../lib/model/mistake.ts';

/** What `overlays/images.json` holds: by service and by environment the image that runs. */
export type Pins = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What is promoted, and to where. */
export interface Promotion {
  readonly environment: string;

  /** Images by their digests. */
  readonly references: readonly string[];
}

/**
 * The pins with images promoted: each for all services that run an image of its name, in the order of their names.
 *
 * @throws InputError where no service runs one, or its digest is missing
 */
export function pinnedWith(
  pins: Pins,
  components: Readonly<Record<string, Pick<Component, 'services'>>>,
  { environment, references }: Promotion,
): Pins {
  const services = Object.entries(components).flatMap(([component, { services: own }]) =>
    Object.entries(own).flatMap(([name, { image }]) => (image ? [{ name: `${component}/${name}`, image }] : [])),
  );
  const promoted = new Map(Object.entries(pins));
  const mistakes = references.flatMap(reference => {
    if (!/@sha256:[0-9a-f]{64}$/.test(reference)) {
      return [mistake('not-pinned', `'${reference}'`, 'must end in the digest of what was pushed, @sha256:…')];
    }
    const running = services.filter(({ image }) => imageName(image) === imageName(reference));
    for (const { name } of running) promoted.set(name, { ...promoted.get(name), [environment]: reference });
    const must = 'must have the name of an image that a service runs';
    return running.length > 0 ? [] : [mistake('unknown-name', `'${reference}'`, must)];
  });
  if (mistakes.length > 0) throw new InputError(mistakes);
  return Object.fromEntries([...promoted].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** `ghcr.io/example-org/sentiment:1.0.0` → `sentiment` */
export function imageName(reference: string): string {
  return reference.replace(/@.*$/, '').split('/').at(-1)!.replace(/:.*$/, '');
}
