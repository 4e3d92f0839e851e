import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { isPinned } from '../pinned.ts';
import type { Platform } from '../platform.ts';
import { isObject } from './collections.ts';
import { hint, listed } from './did-you-mean.ts';
import { mistakesIn } from './form.ts';
import { forms } from './forms.ts';
import { duplicateProblems, quoted } from './names.ts';
import { shown } from './shown.ts';

const where = 'overlays/images.json';

/** Mistakes in the table of images, which is JSON and so has no types. */
export function imageProblems({ images, components, environments }: Platform): Mistake[] {
  if (!isObject(images)) return [mistake('wrong-type', where, 'must be an object, from service to images')];
  const services = Object.values(components).flatMap(component => Object.keys(component.services));
  const known = new Set(services);
  const columns = ['default', ...environments.map(({ name }) => name)];
  return [
    // Images and addresses go by the service's name alone, so one name must mean one service.
    ...duplicateProblems('lib/components/index.ts: service', services),
    ...services
      .filter(service => !Object.hasOwn(images, service))
      .map(service => mistake('missing', where, `'${service}' is missing, every service must have an image`)),
    ...Object.entries<unknown>(images).flatMap(([service, entry]) =>
      known.has(service)
        ? entryProblems(service, entry, columns)
        : [mistake('unknown-name', where, `'${service}' must be a service: ${listed(services, service)}`)],
    ),
  ];
}

function entryProblems(service: string, entry: unknown, columns: readonly string[]): Mistake[] {
  const row = `${where}: '${service}'`;
  if (!isObject(entry))
    return [mistake('wrong-type', where, `'${service}' (${shown(entry)}) must be an object with a 'default' image`)];
  return [
    ...(Object.hasOwn(entry, 'default')
      ? []
      : [mistake('missing', row, `'default' is missing, it must be the image of every environment without its own`)]),
    ...Object.entries(entry).flatMap(([column, image]) =>
      columns.includes(column)
        ? referenceProblems(row, column, image)
        : [
            mistake(
              'unknown-name',
              row,
              `'${column}' must be 'default' or an environment: ${quoted(columns.slice(1))}${hint(columns, column)}`,
            ),
          ],
    ),
  ];
}

function referenceProblems(row: string, column: string, image: unknown): Mistake[] {
  const mistakes = mistakesIn(row, forms.imageReference, image, column);
  if (mistakes.length > 0 || isPinned(image as string)) return mistakes;
  const must = 'must have an exact tag or a digest: what it means today must be what it means tomorrow';
  return [mistake('not-pinned', row, `'${column}' (${shown(image)}) ${must}`)];
}
