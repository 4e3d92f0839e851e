import { manifestsOf } from '../yaml/yaml-text.ts';
import type { Components } from './component.ts';
import { listed } from './input/did-you-mean.ts';
import { isObject } from './input/collections.ts';
import { identityOf, namespaceOf, repeatedIn, titleOf } from './manifest.ts';
import type { Manifest } from './manifest.ts';
import { mistake } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { isReservedNamespace } from './namespace.ts';
import { noObjects } from './plain-objects.ts';
import type { PlainComponent, PlainComponents, PlainObjects } from './plain-objects.ts';

/** Reads the files of a folder of the repository: texts by path below it; none where it is missing. */
export type ReadFolder = (folder: string) => ReadonlyMap<string, string>;

/** What components keep as YAML, and what is wrong with it. */
export interface PlainYaml {
  readonly components: PlainComponents;
  readonly mistakes: readonly Mistake[];
}

/** Reads what components keep as YAML, as the Go readers of Kubernetes take it. */
export function plainYaml(components: Components, environments: readonly string[], read: ReadFolder): PlainYaml {
  const mistakes: Mistake[] = [];
  const kept = Object.entries(components).flatMap(([name, { objects: folder }]): [string, PlainComponent][] => {
    if (folder === undefined) return [];
    const files = [...read(folder)].filter(([path]) => /\.(?:ya?ml|json)$/.test(path));
    if (files.length === 0)
      mistakes.push(mistake('missing', folder, 'has no YAML, the objects of a component must lie there'));
    const reading = new Reading(folder, ['base', ...environments], mistakes);
    for (const [path, text] of files) reading.file(path, text);
    return [[name, reading.component()]];
  });
  return { components: new Map(kept), mistakes };
}

/** The files of one component, as they are read. */
class Reading {
  private readonly places: ReadonlyMap<string, { own: Manifest[]; ofCluster: Manifest[] }>;
  private readonly folder: string;
  private readonly mistakes: Mistake[];

  constructor(folder: string, places: readonly string[], mistakes: Mistake[]) {
    this.folder = folder;
    this.mistakes = mistakes;
    this.places = new Map(places.map(place => [place, { own: [], ofCluster: [] }]));
  }

  file(path: string, text: string): void {
    const file = `${this.folder}/${path}`;
    const [name = '', ...below] = path.split('/');
    const place = this.places.get(name);
    if (!place || below.length === 0) {
      const known = listed([...this.places.keys()], name);
      this.mistakes.push(mistake('unknown-name', file, `lies in '${name}', it must lie in a folder of: ${known}`));
      return;
    }
    const sort = below[0] === 'cluster' && below.length > 1 ? 'ofCluster' : 'own';
    place[sort].push(...manifestsIn(file, text, sort, this.mistakes));
  }

  component(): PlainComponent {
    for (const [name, objects] of this.places) this.judge(name, [...objects.own, ...objects.ofCluster]);
    const { base = noObjects, ...environments } = Object.fromEntries(this.places) as Record<string, PlainObjects>;
    return { base, environments: new Map(Object.entries(environments)) };
  }

  private judge(place: string, manifests: readonly Manifest[]): void {
    const where = `${this.folder}/${place}`;
    const inBase = new Map([...this.places.get('base')!.own].map(manifest => [identityOf(manifest), manifest]));
    for (const manifest of repeatedIn(manifests)) {
      this.mistakes.push(
        mistake('duplicate', where, `${titleOf(manifest)} is there twice, each object must be there once`),
      );
    }
    for (const manifest of manifests) {
      const base = inBase.get(identityOf(manifest));
      if (!base || base.apiVersion === manifest.apiVersion) continue;
      const message = `${titleOf(manifest)} is of '${manifest.apiVersion}', and of '${base.apiVersion}' in the base: `;
      this.mistakes.push(mistake('conflict', where, `${message}it must be of one version, or stand in no base`));
    }
  }
}

function manifestsIn(file: string, text: string, sort: keyof PlainObjects, mistakes: Mistake[]): Manifest[] {
  try {
    return manifestsOf(text).filter((value, index, all) => {
      const problem = problemOf(value, sort);
      if (!problem) return true;
      const where = all.length > 1 ? `${file}: document ${index + 1}` : file;
      mistakes.push(mistake(problem.startsWith('says') ? 'conflict' : 'missing', where, problem));
      return false;
    }) as Manifest[];
  } catch (error) {
    for (const line of (error as Error).message.split('\n')) mistakes.push(mistake('malformed', file, line));
    return [];
  }
}

/** What keeps a document from being an object that an overlay can place. */
function problemOf(value: { readonly [key: string]: unknown }, sort: keyof PlainObjects): string | undefined {
  const { apiVersion, kind, metadata } = value;
  if (typeof apiVersion !== 'string' || apiVersion === '') return "has no 'apiVersion', each object must have one";
  if (typeof kind !== 'string' || kind === '') return "has no 'kind', each object must have one";
  const name = isObject(metadata) ? metadata.name : undefined;
  if (typeof name !== 'string' || name === '') return `${kind} has no 'metadata.name', each object must have one`;
  const namespace = namespaceOf(value as Manifest);
  // What lies in a namespace of Kubernetes itself is the cluster's, too.
  if (namespace === undefined || (sort === 'ofCluster' && isReservedNamespace(String(namespace)))) return undefined;
  return `says its namespace ('${String(namespace)}'), which must be left out: that of its component is set`;
}
