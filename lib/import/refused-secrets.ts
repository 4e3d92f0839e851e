import type { Mistake } from '../model/mistake.ts';
import { mistake } from '../model/mistake.ts';
import type { BuiltTree } from './built-tree.ts';
import { committedSecret, fileOf, holdsContent, secretTitle } from './secrets.ts';
import type { Source } from './source.ts';

/** A mistake for each Secret of a tree: where it is, its keys, and what to do. No value is ever told. */
export function refusedSecrets(trees: readonly BuiltTree[], name: string, { shown, files }: Source): Mistake[] {
  const seen = new Map<string, Mistake>();
  for (const { environment, manifests } of trees) {
    for (const manifest of manifests.filter(holdsContent)) {
      const title = secretTitle(manifest);
      const { keys } = committedSecret(manifest);
      const where = `${shown}: ${fileOf(manifest, files) ?? 'of a generator'}`;
      const entry = `${environment}_${name}_${manifest.metadata.name}_${keys[0]}`;
      const message =
        `${title} is in git, which no Secret may be. Put each value into Secret Manager, such as the entry '${entry}', `
        + "change it there, and import with '--secrets external', which fetches it from there";
      if (!seen.has(`${where} ${title}`)) seen.set(`${where} ${title}`, mistake('refused', where, message));
    }
  }
  return [...seen.values()];
}
