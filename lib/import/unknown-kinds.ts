import type { Kinds } from '../kinds/kinds.ts';
import { fileNames } from '../kustomize/file-names.ts';
import type { Manifest } from '../model/manifest.ts';
import { groupOf } from '../model/manifest.ts';
import { textAt } from '../yaml/json-path.ts';
import { objectsFolderOf } from './imported.ts';
import type { Imported } from './imported.ts';

/** A kind whose objects nobody can judge. */
export interface UnknownKind {
  /** Group and kind: `example.com/Garden`. */
  readonly kind: string;

  /** The file of the import with its definition. @default - the tree does not have it */
  readonly definition?: string;
}

/** Kinds of an import that the platform does not know, sorted. */
export function unknownKinds(components: readonly Imported[], kinds: Kinds): UnknownKind[] {
  const definitions = new Map(components.flatMap(definitionFiles));
  const unknown = components
    .flatMap(({ own, ofCluster }) => [own, ofCluster])
    .flatMap(({ base, environments }) => [...base, ...[...environments.values()].flat()])
    .filter(manifest => !kinds.kindOf(manifest))
    .map(manifest => `${groupOf(manifest)}/${manifest.kind}`);
  return [...new Set(unknown)].sort().map(kind => ({ kind, definition: definitions.get(kind) }));
}

/** Files of definitions, by what they define. */
function definitionFiles({ name, ofCluster }: Imported): [kind: string, file: string][] {
  const folders: [string, readonly Manifest[]][] = [['base', ofCluster.base], ...ofCluster.environments];
  return folders.flatMap(([folder, manifests]) => {
    const files = fileNames(manifests);
    return manifests.flatMap(({ kind, spec }, index): [string, string][] => {
      if (kind !== 'CustomResourceDefinition') return [];
      const defined = `${textAt(spec, 'group') ?? ''}/${textAt(spec, 'names', 'kind') ?? ''}`;
      return [[defined, `${objectsFolderOf(name)}/${folder}/cluster/${files[index]}.yaml`]];
    });
  });
}
