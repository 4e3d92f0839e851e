import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isPinned } from '../pinned.ts';
import type { Platform } from '../platform.ts';
import { isObject } from './collections.ts';
import { hint } from './did-you-mean.ts';
import { mistakesIn } from './form.ts';
import { forms } from './forms.ts';
import { quoted } from './names.ts';
import { shown } from './shown.ts';

const where = 'overlays/images.json';

/** Mistakes in the images: those of the services themselves, and the pins, which are JSON and so have no types. */
export function imageProblems({ images, components, environments }: Platform): Mistake[] {
  const services = Object.entries(components).flatMap(([component, { services: own }]) =>
    Object.entries(own).flatMap(([name, { image }]) =>
      image === undefined ? [] : [{ name: `${component}/${name}`, image }],
    ),
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
    if (!services.includes(service) && !isOfContainer(service, services)) {
      const near = hint(services, service);
      return [mistake('unknown-name', where, `'${service}' must be '<component>/<service>'${near}`)];
    }
    if (!isObject(pins)) {
      const must = 'must be an object, from environment to image';
      return [mistake('wrong-type', where, `'${service}' (${shown(pins)}) ${must}`)];
    }
    const row = `${where}: '${service}'`;
    return Object.entries(pins).flatMap(([column, image]) => {
      if (columns.includes(column)) return referenceProblems(row, column, image);
      const must = `must be 'default' or an environment: ${quoted(columns.slice(1))}${hint(columns, column)}`;
      return [mistake('unknown-name', row, `'${column}' ${must}`)];
    });
  });
}

/** Which containers a service has besides its own is known once it is rendered. */
function isOfContainer(name: string, services: readonly string[]): boolean {
  const [component, service, ...rest] = name.split('/');
  return rest.length === 1 && services.includes(`${component}/${service}`);
}

function referenceProblems(row: string, column: string, image: unknown): Mistake[] {
  const mistakes = mistakesIn(row, forms.imageReference, image, column);
  if (mistakes.length > 0 || isPinned(image as string)) return mistakes;
  const must = 'must have an exact tag or a digest: what it means today must be what it means tomorrow';
  return [mistake('not-pinned', row, `'${column}' (${shown(image)}) ${must}`)];
}
