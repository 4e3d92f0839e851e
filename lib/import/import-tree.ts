import { basename, resolve } from 'node:path';
import { sortAt } from '../disk/index.ts';
import { findings } from '../checks/findings.ts';
import type { Finding } from '../checks/findings.ts';
import { mistakesIn } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Program } from '../synthesis.ts';
import type { BuiltTree } from './built-tree.ts';
import { labelOf } from './component-names.ts';
import { environmentPlaces } from './environments.ts';
import { folderOf } from './imported.ts';
import type { Imported } from './imported.ts';
import { kustomizeAt } from './kustomize-program.ts';
import { ownGround, placementLines } from './own-ground.ts';
import { proved } from './prove.ts';
import type { EnvironmentProof } from './proof.ts';
import { refusedSecrets } from './refused-secrets.ts';
import { builtAt, sourceAt } from './source.ts';
import { typeResidue } from './secrets.ts';
import { unknownKinds } from './unknown-kinds.ts';
import type { UnknownKind } from './unknown-kinds.ts';
import { writeImport } from './write-import.ts';
import type { WrittenImport } from './write-import.ts';

/** What a person asks for. */
export interface ImportRequest {
  readonly folder: string;

  /** @default - that of the folder */
  readonly name?: string;

  /** `<environment>=<path>`. @default - they are found */
  readonly environments: readonly string[];

  /** Whether Secrets are fetched in place of those of the tree, which are refused otherwise. */
  readonly fetchesSecrets: boolean;
  readonly provesOnly: boolean;
}

/** What came of an import. */
export interface Outcome {
  readonly components: readonly Imported[];
  readonly environments: readonly EnvironmentProof[];

  /** What rules find in it. */
  readonly findings: readonly Finding[];

  /** Kinds whose definitions must lie in `imports/` before it can be judged. */
  readonly unknown: readonly UnknownKind[];

  /** Undefined where nothing was to be written. */
  readonly written?: WrittenImport;
}

/**
 * Makes components of a folder, and proves them.
 *
 * @throws InputError with what cannot be imported, and with mistakes of the platform; DiskError for what the disk refuses
 */
export async function importFrom(request: ImportRequest, program: Program): Promise<Outcome> {
  const kustomize = kustomizeAt(program.root);
  const source = sourceAt(request.folder);
  const name = nameOf(request);
  assertFree([name], program);
  const known = program.environments.map(environment => environment.name);
  const places = environmentPlaces(source, request.environments, known);
  const built = new Map([...new Set(places.values())].map(place => [place, builtAt(source, place, kustomize)]));
  const trees = [...places].map(([environment, place]): BuiltTree => {
    return { environment, source: place === '.' ? source.shown : place, manifests: built.get(place)! };
  });
  if (!request.fetchesSecrets) {
    const refused = refusedSecrets(trees, name, source);
    if (refused.length > 0) throw new InputError(refused);
  }
  const ground = ownGround(program, [...places.keys()]);
  const proof = proved(name, trees, ground, kustomize);
  const { components, platform, deliveries } = proof;
  assertFree(
    components.map(component => component.name),
    program,
  );
  const environments = proof.environments.map(each => ({
    ...each,
    residue: [...each.residue, ...typeResidue(each.environment, each.secrets)],
  }));
  const found = await findings(deliveries.units, { platform, delivery: deliveries.delivery });
  const outcome = { components, environments, findings: found, unknown: unknownKinds(components, ground.kinds) };
  if (request.provesOnly) return outcome;
  const lines = placementLines(program.environments, components, ground.environments);
  return { ...outcome, written: writeImport(program.root, components, lines, basename(resolve(request.folder))) };
}

function nameOf({ name, folder }: ImportRequest): string {
  const proposed = name ?? labelOf(basename(resolve(folder)).replace(/\.(?:ya?ml|json)$/, ''));
  const mistakes = mistakesIn('import', forms.label, proposed, '--name');
  if (mistakes.length > 0) throw new InputError(mistakes);
  return proposed;
}

/** @throws InputError for components that are there already: what people have edited is never written over */
function assertFree(names: readonly string[], { root, components }: Program): void {
  const taken = names.filter(name => Object.hasOwn(components, name) || sortAt(resolve(root, folderOf(name))));
  if (taken.length === 0) return;
  throw new InputError(
    taken.map(name =>
      mistake(
        'duplicate',
        folderOf(name),
        `is there already, the component must have another name: --name <component>`,
      ),
    ),
  );
}
