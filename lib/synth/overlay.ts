import { prove } from '../kustomize/evaluate.ts';
import { fileNames, folderFiles, header } from '../kustomize/kustomize-folder.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { TurnTo } from '../model/stages.ts';
import type { Json, JsonMap } from '../yaml/json.ts';
import { patchBetween, targetOf } from '../kustomize/patch.ts';
import type { Patch } from '../kustomize/patch.ts';
import { yamlText } from '../yaml/yaml-text.ts';

/** The overlay of one component in one environment. */
export interface Overlay {
  readonly files: ReadonlyMap<string, string>;
  readonly patches: number;
}

/**
 * Derives an overlay: for each object of the target the smallest patch of its base, or the object itself where
 * the base has none. Every patch is proved before it is kept.
 *
 * @param path folder below `dist/`, three levels deep
 * @param base the component without settings, without namespaces
 * @param target the component as the environment wants it, without namespaces; it has every object of the base
 * @throws Error for a patch that does not give the target
 */
export function overlayOf({ path, component, namespace, base, target, editInstead, turnTo }: OverlayOptions): Overlay {
  const bases = new Map(base.map(manifest => [identityOf(manifest), manifest]));
  const names = fileNames(target);
  const added = target.filter(manifest => !bases.has(identityOf(manifest)));
  // A patch is applied once all objects are there, so that a target may reach also those that the overlay adds.
  const objects = [...base, ...added];
  const patchFiles = new Map<string, string>();
  const entries: JsonMap[] = [];

  target.forEach((manifest, index) => {
    const origin = bases.get(identityOf(manifest));
    const patch = origin && patchBetween(origin, manifest);
    if (!patch) return;
    const selector = patch.form === 'json6902' ? targetOf(origin, objects) : undefined;
    turnTo?.('prove');
    prove(origin, manifest, patch, { objects, target: selector });
    turnTo?.('derive');
    const file = `${names[index]}.patch.yaml`;
    patchFiles.set(`${path}/${file}`, yamlText(patchContent(patch), { header: header(editInstead) }));
    entries.push({ path: file, ...(selector && { target: { ...selector } }) });
  });

  const folder = folderFiles(path, added, editInstead, {
    namespace,
    bases: base.length > 0 ? [`../../../base/${component}`] : [],
    patches: entries.sort((a, b) => (String(a.path) < String(b.path) ? -1 : 1)),
  });
  return { files: new Map([...folder, ...patchFiles]), patches: entries.length };
}

/** What `overlayOf` needs to know. */
export interface OverlayOptions {
  readonly path: string;
  readonly component: string;
  readonly namespace: string;
  readonly base: readonly Manifest[];
  readonly target: readonly Manifest[];

  /** What the first line of each file tells a reader to change. */
  readonly editInstead: string;

  /** Is told when a patch is proved, and when that is done. @default - nobody is */
  readonly turnTo?: TurnTo;
}

function patchContent(patch: Patch): Json {
  return patch.form === 'strategic' ? patch.body : (patch.operations as unknown as Json);
}
