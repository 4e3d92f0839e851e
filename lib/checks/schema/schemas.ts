import { kindOf } from '../../kinds/index.ts';
import type { Package } from '../../kinds/kind.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Unit } from '../../model/unit.ts';
import { missingFields } from './missing-fields.ts';
import { modelModule } from './model-module.ts';
import { problemsBySchema } from './own-schema.ts';
import { PackageValidator } from './package-validator.ts';
import type { Model } from './package-validator.ts';

/** Judges objects by the schemas of their kinds. */
export interface Schemas {
  /** What is wrong with an object: a sentence for each value that its kind does not allow. */
  problemsOf(manifest: Manifest): readonly string[];
}

type Judge = (manifest: Manifest) => readonly string[];

/** Loads the schemas of the kinds that occur, and no others: all of them together take seconds. */
export async function loadSchemas(units: readonly Pick<Unit, 'manifests'>[]): Promise<Schemas> {
  const samples = new Map(
    units.flatMap(({ manifests }) => manifests.map(manifest => [versionedKind(manifest), manifest])),
  );
  const judges = new Map<string, Judge>();
  for (const [key, manifest] of samples) {
    const judge = await judgeOf(manifest); // one after the other, as packages share most of their modules
    if (judge) judges.set(key, judge);
  }
  return {
    problemsOf: manifest => {
      const judge = judges.get(versionedKind(manifest));
      return judge ? [...missingFields(manifest), ...judge(manifest)] : [unknownKind(manifest)];
    },
  };
}

/** Undefined for a kind that no row knows, for one without a schema, and for a version that the clusters do not serve. */
async function judgeOf(sample: Manifest): Promise<Judge | undefined> {
  const { schema, group, versions } = kindOf(sample) ?? {};
  const isServed = versions?.some(version => sample.apiVersion === (group === '' ? version : `${group}/${version}`));
  if (!schema || !isServed) return undefined;
  if (!('package' in schema)) return manifest => problemsBySchema(schema, manifest, manifest);
  const validator = new PackageValidator(await modelOf(schema, sample));
  return manifest => validator.problemsOf(manifest);
}

async function modelOf({ package: source }: Package, { apiVersion, kind }: Manifest): Promise<Model> {
  const module = await modelModule(`${source}/${apiVersion}/${kind}`);
  return module[kind] as Model;
}

function versionedKind({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`;
}

function unknownKind(manifest: Manifest): string {
  return `is of kind '${versionedKind(manifest)}', which must be one that the clusters serve and whose schema is known`;
}
