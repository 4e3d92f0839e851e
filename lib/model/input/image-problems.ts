import type { Images } from '../images.ts';
import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import type { Platform } from '../platform.ts';
import { duplicateProblems, quoted } from './names.ts';

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
      .filter(service => !(service in images))
      .map(service => mistake('missing', where, `'${service}' is missing, every service must have an image`)),
    ...Object.entries(images).flatMap(([service, entry]) =>
      known.has(service)
        ? entryProblems(service, entry, columns)
        : [mistake('unknown-name', where, `'${service}' must be a service: ${quoted(services)}`)],
    ),
  ];
}

function entryProblems(service: string, entry: Images[string], columns: readonly string[]): Mistake[] {
  const row = `${where}: '${service}'`;
  if (!isObject(entry))
    return [
      mistake('wrong-type', where, `'${service}' (${JSON.stringify(entry)}) must be an object with a 'default' image`),
    ];
  return [
    ...('default' in entry
      ? []
      : [mistake('missing', row, `'default' is missing, it must be the image of every environment without its own`)]),
    ...Object.entries(entry).flatMap(([column, image]) =>
      columns.includes(column)
        ? referenceProblems(row, column, image)
        : [
            mistake(
              'unknown-name',
              row,
              `'${column}' must be 'default' or an environment: ${quoted(columns.slice(1))}`,
            ),
          ],
    ),
  ];
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
