import type { Definition } from './definition.ts';
import type { Images } from './images.ts';
import { InputError } from './input-error.ts';
import { alertProblems } from './input/alert-problems.ts';
import { clusterProblems, clusterRowProblems } from './input/cluster-problems.ts';
import { componentRowProblems } from './input/component-problems.ts';
import { customKindProblems } from './input/custom-kind-problems.ts';
import { definitionsIn } from './input/definition-problems.ts';
import { environmentProblems, environmentRowProblems } from './input/environment-problems.ts';
import { exposedProblems } from './input/exposed-problems.ts';
import { imageProblems } from './input/image-problems.ts';
import { leavingProblems, leavingRowProblems } from './input/leaving-problems.ts';
import { namespaceProblems } from './input/namespace-problems.ts';
import { nodePortProblems } from './input/node-port-problems.ts';
import { offerProblems } from './input/offer-problems.ts';
import { operatorProblems, operatorRowProblems } from './input/operator-problems.ts';
import { boundProblems, followedProblems } from './input/satellite-problems.ts';
import { podLabelProblems } from './input/pod-label-problems.ts';
import { siteProblems } from './input/site-problems.ts';
import { siblingProblems } from './input/sibling-problems.ts';
import { tenantProblems, tenantRowProblems } from './input/tenant-problems.ts';
import { rowsOf } from './leaving.ts';
import { sentenceOf } from './mistake.ts';
import { plainYaml } from './plain-yaml.ts';
import type { ReadFolder } from './plain-yaml.ts';
import type { Mistake } from './mistake.ts';
import { platformOf } from './platform.ts';
import type { Departure, Platform, Rows, SingleRows } from './platform.ts';
import { singled } from './siblings.ts';
import { earlierRows, stayingImages, stayingRows } from './staying-rows.ts';

/** Each table by itself: that its rows have the fields they must have, and every value its form. */
const tables: readonly ((rows: SingleRows) => Mistake[])[] = [
  ({ site }) => siteProblems(site),
  ({ clusters }) => clusterRowProblems(clusters),
  operatorRowProblems,
  ({ tenants }) => tenantRowProblems(tenants),
  ({ components }) => componentRowProblems(components),
  ({ components }) => followedProblems(components),
  ({ environments }) => environmentRowProblems(environments),
  ({ leaving }) => leavingRowProblems(leaving),
  customKindProblems,
];

/** What tables say of each other. */
const relations: readonly ((platform: Platform) => Mistake[])[] = [
  ({ clusters }) => clusterProblems(clusters),
  tenantProblems,
  operatorProblems,
  boundProblems,
  offerProblems,
  podLabelProblems,
  exposedProblems,
  alertProblems,
  environmentProblems,
  imageProblems,
];

/**
 * The platform, once everything that types cannot see has been looked at: files that are read at run time, names
 * that must be unique, references between tables, and values that came in through a cast.
 *
 * @param images content of `overlays/images.json`
 * @param imports definition files: text by path, such as `imports/spark.yaml` @default - there are none
 * @param readFolder reads the folders that components keep YAML in @default - there are none
 * @throws InputError with every mistake at once; those that need whole tables, once the tables are whole
 */
export function checkedPlatform(
  written: Rows,
  images: unknown,
  imports: ReadonlyMap<string, string> = new Map(),
  readFolder: ReadFolder = () => new Map(),
): Platform {
  const read = definitionsIn(imports);
  const rows = singled(written);
  const ofTables = [...siblingProblems(written), ...tables.flatMap(check => check(rows)), ...read.mistakes];
  if (ofTables.some(isOfShape)) throw new InputError(once(ofTables));
  const ofLeaving = leavingProblems(rows);
  if (ofLeaving.length > 0) throw new InputError(once([...ofTables, ...ofLeaving]));

  const tabled = platformOf(stayingRows(rows), stayingImages(images, rows) as Images, read.definitions);
  // A folder that has not its form may lie anywhere, so nothing is read then.
  const readable: ReadFolder | undefined = ofTables.length > 0 ? undefined : readFolder;
  const { platform: staying, mistakes: inYaml } = withYaml(tabled, rows, readable);
  const mistakes = [...ofTables, ...inYaml, ...relations.flatMap(check => check(staying))];
  const leaving = departureOf(rows, images as Images, read.definitions, readable);
  // These two follow references of the tables above, so they need those to be whole. What leaves is still there for a
  // while, beside all that comes.
  if (mistakes.length === 0) {
    const platforms = [staying, ...(leaving ? [leaving.earlier] : [])];
    mistakes.push(...platforms.flatMap(each => [...namespaceProblems(each), ...nodePortProblems(each)]));
  }
  if (mistakes.length > 0) throw new InputError(once(mistakes));
  return { ...staying, ...(leaving && { leaving }) };
}

/** A platform with what its components keep as YAML. @param readFolder @default - none of it is read */
function withYaml(
  tabled: Platform,
  rows: SingleRows,
  readFolder: ReadFolder | undefined,
): { platform: Platform; mistakes: readonly Mistake[] } {
  const environments = rows.environments.map(({ name }) => name);
  const { components, mistakes } = readFolder
    ? plainYaml(tabled.components, environments, readFolder)
    : { components: new Map<never, never>(), mistakes: [] };
  return { platform: components.size > 0 ? { ...tabled, plain: components } : tabled, mistakes };
}

function departureOf(
  rows: SingleRows,
  images: Images,
  definitions: readonly Definition[],
  readFolder: ReadFolder | undefined,
): Departure | undefined {
  const { leaving = [] } = rows;
  if (leaving.length === 0) return undefined;
  const earlier = withYaml(platformOf(earlierRows(rows), images, definitions), rows, readFolder).platform;
  const gone = new Set(rowsOf(leaving, 'cluster').map(({ cluster }) => cluster));
  return { rows: leaving, earlier, clusters: earlier.clusters.filter(({ name }) => gone.has(name)) };
}

/** Whether a table with such a mistake cannot be walked. */
function isOfShape({ code }: Mistake): boolean {
  return code === 'wrong-type' || code === 'missing';
}

/** Each sentence once: two of the checks above may see one mistake. */
function once(mistakes: readonly Mistake[]): Mistake[] {
  return [...new Map(mistakes.map(each => [sentenceOf(each), each])).values()];
}
