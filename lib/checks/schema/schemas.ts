import type { Kind, Package } from '../../kinds/kind.ts';
import type { Kinds } from '../../kinds/kinds.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Unit } from '../../model/unit.ts';
import { problemsByDefinition } from './defined/defined-schema.ts';
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
export async function loadSchemas(units: readonly Pick<Unit, 'manifests'>[], kinds: Kinds): Promise<Schemas> {
  const samples = new Map(
    units.flatMap(({ manifests }) => manifests.map(manifest => [versionedKind(manifest), manifest])),
  );
  const judges = new Map<string, Judge>();
  for (const [key, manifest] of samples) {
    const kind = kinds.kindOf(manifest);
    const judge = kind && (await judgeOf(manifest, kind)); // one after the other, as packages share most of their modules
    if (judge) judges.set(key, manifest => [...missingFields(manifest, kind), ...judge(manifest)]);
  }
  return {
    problemsOf: manifest => judges.get(versionedKind(manifest))?.(manifest) ?? [unknownKind(manifest, kinds)],
  };
}

/** Undefined for a kind without a schema, and for a version that the clusters do not serve. */
async function judgeOf(sample: Manifest, { schema, group, versions, unmodelled }: Kind): Promise<Judge | undefined> {
  const isServed = versions.some(version => sample.apiVersion === (group === '' ? version : `${group}/${version}`));
  if (!schema || !isServed) return undefined;
  if ('openApi' in schema) return manifest => problemsByDefinition(schema, manifest);
  if (!('package' in schema)) return manifest => problemsBySchema(schema, manifest, manifest);
  const validator = new PackageValidator(await modelOf(schema, sample), unmodelled);
  return manifest => validator.problemsOf(manifest);
}

async function modelOf({ package: source }: Package, { apiVersion, kind }: Manifest): Promise<Model> {
  const module = await modelModule(`${source}/${apiVersion}/${kind}`);
  return module[kind] as Model;
}

function versionedKind({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`;
}

function unknownKind(manifest: Manifest, kinds: Kinds): string {
  const what = `is of kind '${versionedKind(manifest)}', which`;
  const { schema, versions = [] } = kinds.kindOf(manifest) ?? {};
  if (!schema || !('openApi' in schema)) return `${what} must be one that the clusters serve and whose schema is known`;
  return `${what} ${schema.file} does not serve, it must be of ${versions.map(version => `'${version}'`).join(' or ')}`;
}
