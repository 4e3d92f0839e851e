import type { Manifest } from '../../model/manifest.ts';
import type { Unit } from '../../model/unit.ts';
import { packageOfVersion } from './served-versions.ts';
import { Validator } from './validator.ts';
import type { Model } from './validator.ts';

/** Judges objects by the schemas of their kinds. */
export interface Schemas {
  /** What is wrong with an object: a sentence for each value that its kind does not allow. */
  problemsOf(manifest: Manifest): readonly string[];
}

/** Loads the schemas of the kinds that occur, and no others: all of them together take seconds. */
export async function loadSchemas(units: readonly Pick<Unit, 'manifests'>[]): Promise<Schemas> {
  const samples = new Map(units.flatMap(({ manifests }) => manifests.map(manifest => [kindOf(manifest), manifest])));
  const validators = new Map<string, Validator>();
  for (const [key, manifest] of samples) {
    const model = await modelOf(manifest); // one after the other, as they share most of their modules
    if (model) validators.set(key, new Validator(model));
  }
  return {
    problemsOf: manifest => validators.get(kindOf(manifest))?.problemsOf(manifest) ?? [unknownKind(manifest)],
  };
}

async function modelOf({ apiVersion, kind }: Manifest): Promise<Model | undefined> {
  const source = Object.hasOwn(packageOfVersion, apiVersion) ? packageOfVersion[apiVersion] : undefined;
  if (source === undefined || !/^[A-Z][A-Za-z0-9]*$/.test(kind)) return undefined;
  try {
    const module = (await import(`${source}/${apiVersion}/${kind}`)) as Readonly<Record<string, Model>>;
    // Parts of objects are models too, but only what an API server stores has a kind.
    return module[kind]?.kind === kind ? module[kind] : undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

function kindOf({ apiVersion, kind }: Manifest): string {
  return `${apiVersion} ${kind}`;
}

function unknownKind(manifest: Manifest): string {
  return `is of kind '${kindOf(manifest)}', which must be one that the clusters serve and whose schema is known`;
}
