import type { Images } from './images.ts';
import { InputError } from './input-error.ts';
import { clusterProblems, clusterRowProblems } from './input/cluster-problems.ts';
import { componentProblems, endpointRowProblems } from './input/component-problems.ts';
import { endpointProblems } from './input/endpoint-problems.ts';
import { environmentProblems, environmentRowProblems } from './input/environment-problems.ts';
import { imageProblems } from './input/image-problems.ts';
import { namespaceProblems } from './input/namespace-problems.ts';
import { nodePortProblems } from './input/node-port-problems.ts';
import { siteProblems } from './input/site-problems.ts';
import { tenantProblems, tenantRowProblems } from './input/tenant-problems.ts';
import { sentenceOf } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import type { Platform } from './platform.ts';

/** Each table by itself: that its rows have the fields they must have, and every value its form. */
const tables: Readonly<Record<Exclude<keyof Platform, 'images'>, (platform: Platform) => Mistake[]>> = {
  site: ({ site }) => siteProblems(site),
  clusters: ({ clusters }) => clusterRowProblems(clusters),
  tenants: ({ tenants }) => tenantRowProblems(tenants),
  components: ({ components }) => componentProblems(components),
  endpoints: ({ endpoints }) => endpointRowProblems(endpoints),
  environments: ({ environments }) => environmentRowProblems(environments),
};

/** What tables say of each other. Each may walk the tables that it names, for their shape is right by then. */
const relations: readonly (readonly [reads: readonly (keyof typeof tables)[], (platform: Platform) => Mistake[]])[] = [
  [['clusters'], ({ clusters }) => clusterProblems(clusters)],
  [['tenants'], ({ tenants }) => tenantProblems(tenants)],
  [['site', 'components', 'endpoints'], endpointProblems],
  [['clusters', 'components', 'environments'], environmentProblems],
  [['components', 'environments'], imageProblems],
];

/**
 * The platform, once everything that types cannot see has been looked at: files that are read at run time, names
 * that must be unique, references between tables, and values that came in through a cast.
 *
 * @param input puts the platform together around the images
 * @param images content of `overlays/images.json`
 * @throws InputError with every mistake at once
 */
export function checkedPlatform(input: (images: Images) => Platform, images: unknown): Platform {
  const platform = input(images as Images);
  const rows = Object.entries(tables).map(([table, check]) => ({ table, mistakes: check(platform) }));
  const unsound = new Set(rows.filter(({ mistakes }) => mistakes.some(isOfShape)).map(({ table }) => table));
  const mistakes = [
    ...rows.flatMap(row => row.mistakes),
    ...relations.filter(([reads]) => !reads.some(table => unsound.has(table))).flatMap(([, check]) => check(platform)),
  ];
  // These two follow references of the tables above, so they need those to be whole.
  if (mistakes.length === 0) mistakes.push(...namespaceProblems(platform), ...nodePortProblems(platform));
  if (mistakes.length > 0) throw new InputError(once(mistakes));
  return platform;
}

/** Whether a table with such a mistake cannot be walked. */
function isOfShape({ code }: Mistake): boolean {
  return code === 'wrong-type' || code === 'missing';
}

/** Each sentence once: two of the checks above may see one mistake. */
function once(mistakes: readonly Mistake[]): Mistake[] {
  return [...new Map(mistakes.map(each => [sentenceOf(each), each])).values()];
}
