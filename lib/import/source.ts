import { basename, dirname, join, normalize } from 'node:path';
import { inTemporaryFolder, readForeign, readText, sortAt } from '../disk/index.ts';
import { listed } from '../model/input/did-you-mean.ts';
import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Manifest } from '../model/manifest.ts';
import { yamlText } from '../yaml/yaml-text.ts';
import { fetchedBy, isKustomization, kustomizationsIn } from './kustomizations.ts';
import type { Kustomization } from './kustomizations.ts';
import type { Kustomize } from './kustomize-program.ts';

/** Where the folder of a person lies, and what is in it. */
export interface Source {
  /** As it was typed. */
  readonly shown: string;

  /** Texts by path: YAML, JSON and kustomizations. A single file is a folder of one. */
  readonly files: ReadonlyMap<string, string>;

  /** By folder; none where it is no Kustomize tree. */
  readonly kustomizations: ReadonlyMap<string, Kustomization>;

  /** The folder, or that around the file. */
  readonly folder: string;
}

const isYaml = (path: string): boolean => /\.(?:ya?ml|json)$/.test(path) || isKustomization(path);

/** @throws InputError where nothing can be imported from there; DiskError for what the disk refuses */
export function sourceAt(path: string): Source {
  const sort = sortAt(path);
  const refuse = (message: string): never => {
    throw new InputError([mistake('missing', path, message)]);
  };
  if (sort === undefined) return refuse('is not there, it must be a folder or a file of YAML');
  if (sort === 'file') {
    const files = new Map([[basename(path), readText(path)]]);
    return { shown: path, files, kustomizations: new Map(), folder: dirname(path) };
  }
  const files = readForeign(path, isYaml);
  if (files.has('Chart.yaml'))
    return refuse('is a chart, it must be rendered first: helm template <name> <folder> > <file>');
  if (files.size === 0) return refuse('holds no YAML, it must hold a Kustomize tree or objects');
  return { shown: path, files, kustomizations: kustomizationsIn(files), folder: path };
}

/** Folders of a tree that are called overlays of environments, by the name that each has. */
export function overlaysOf({ kustomizations }: Source): Map<string, string> {
  const found = [...kustomizations.keys()].filter(folder =>
    /(?:^|\/)(?:overlays?|environments?|envs?|clusters?)\/[^/]+$/.test(folder),
  );
  return new Map(found.map(folder => [basename(folder), folder]));
}

/**
 * The objects of one place of a source, as Kustomize builds them: of an overlay, or of all YAML below a folder.
 *
 * @throws InputError for what has to be fetched, and for what Kustomize refuses
 */
export function builtAt(source: Source, place: string, kustomize: Kustomize): Manifest[] {
  const path = normalize(place).replace(/(.)\/$/, '$1');
  const where = path === '.' ? source.shown : `${source.shown}: ${path}`;
  const fetched = fetchedBy(path, source.kustomizations);
  if (fetched.length > 0) {
    throw new InputError(
      fetched.map(([folder, remote]) =>
        mistake(
          'refused',
          `${source.shown}: ${folder}`,
          `needs ${remote}, which must lie in the tree: nothing is fetched`,
        ),
      ),
    );
  }
  try {
    if (source.kustomizations.has(path)) return kustomize.build(join(source.folder, path));
    return plainAt(source, path, kustomize);
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error)) throw error;
    throw new InputError([mistake('refused', where, `Kustomize does not build it: ${error.message}`)]);
  }
}

function plainAt({ files, shown, kustomizations }: Source, path: string, kustomize: Kustomize): Manifest[] {
  const below = new Map([...files].filter(([file]) => path === '.' || file === path || file.startsWith(`${path}/`)));
  if (below.size === 0) {
    const known = [...new Set([...kustomizations.keys(), ...[...files.keys()].map(file => dirname(file))])].sort();
    throw new InputError([
      mistake('unknown-name', shown, `'${path}' holds no YAML, it must be one of ${listed(known, path)}`),
    ]);
  }
  const list = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization', resources: [...below.keys()] };
  return inTemporaryFolder(new Map([...below, ['kustomization.yaml', yamlText(list)]]), folder =>
    kustomize.build(folder),
  );
}
