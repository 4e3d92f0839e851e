import { didYouMean } from '../did-you-mean.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { quoted } from './names.ts';

const where = 'overlays/images.json';

/** Mistakes in the images: those of the services themselves, and the pins, which are JSON and so have no types. */
export function imageProblems({ images, components, environments }: Platform): Mistake[] {
  const services = Object.entries(components).flatMap(([component, { services: own }]) =>
    Object.entries(own).map(([name, { image }]) => ({ name: `${component}/${name}`, image })),
  );
  return [
    ...services.flatMap(({ name, image }) => referenceProblems(`service '${name}'`, 'image', image)),
    ...pinProblems(
      images,
      services.map(({ name }) => name),
      ['default', ...environments.map(({ name }) => name)],
    ),
  ];
}

function pinProblems(images: unknown, services: readonly string[], columns: readonly string[]): Mistake[] {
  if (!isObject(images)) {
    return [mistake('wrong-type', where, "must be an object, from '<component>/<service>' to pinned images")];
  }
  return Object.entries(images).flatMap(([service, pins]) => {
    if (!services.includes(service)) {
      const near = didYouMean(service, services);
      return [mistake('unknown-name', where, `'${service}' must be '<component>/<service>'${near}`)];
    }
    if (!isObject(pins)) {
      const must = 'must be an object, from environment to image';
      return [mistake('wrong-type', where, `'${service}' (${JSON.stringify(pins)}) ${must}`)];
    }
    const row = `${where}: '${service}'`;
    return Object.entries(pins).flatMap(([column, image]) => {
      if (columns.includes(column)) return referenceProblems(row, column, image);
      const must = `must be 'default' or an environment: ${quoted(columns.slice(1))}`;
      return [mistake('unknown-name', row, `'${column}' ${must}`)];
    });
  });
}

/** Tags that are moved to other images, so that they say nothing about what runs. */
const moving = /^(.*-)?(latest|main|master|edge|nightly|dev)$|^v?\d+$/;

function referenceProblems(row: string, column: string, image: unknown): Mistake[] {
  if (
    typeof image !== 'string'
    || !/^[a-z0-9][a-z0-9._/:-]*[a-z0-9](:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/.test(image)
  ) {
    const must = "must be an image reference, such as 'ghcr.io/owner/name:1.2.3'";
    return [mistake('malformed', row, `'${column}' (${JSON.stringify(image)}) ${must}`)];
  }
  if (image.includes('@sha256:')) return [];
  const tag = /:([^:/]+)$/.exec(image)?.[1];
  if (tag !== undefined && !moving.test(tag)) return [];
  const must = 'must have an exact tag or a digest: what it means today must be what it means tomorrow';
  return [mistake('not-pinned', row, `'${column}' ('${image}') ${must}`)];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
