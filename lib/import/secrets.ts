import type { Residue } from './built-tree.ts';
import { titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mapAt, textAt } from '../yaml/json-path.ts';

/** A Secret with its content, of which only names are ever read. */
export interface CommittedSecret {
  readonly name: string;
  readonly keys: readonly string[];

  /** Its type where it is not the ordinary one, which a Secret that is fetched would lose. */
  readonly type: string | undefined;
}

/** Whether an object is a Secret that git must not hold. One without entries is filled by a program. */
export function holdsContent(manifest: Manifest): boolean {
  const { apiVersion, kind } = manifest;
  return apiVersion === 'v1' && kind === 'Secret' && committedSecret(manifest).keys.length > 0;
}

/** Its name and its keys, never a value. */
export function committedSecret(manifest: Manifest): CommittedSecret {
  const keys = [...Object.keys(mapAt(manifest, 'data')), ...Object.keys(mapAt(manifest, 'stringData'))];
  const type = textAt(manifest, 'type');
  return {
    name: manifest.metadata.name,
    keys: [...new Set(keys)].sort(),
    type: type === 'Opaque' ? undefined : type,
  };
}

/** The file of a tree that says a Secret of a name: by its text, which may be any YAML. @param files texts by path */
export function fileOf(secret: Manifest, files: ReadonlyMap<string, string>): string | undefined {
  const { name } = secret.metadata;
  const base = name.replace(/-[a-z0-9]{10}$/, ''); // what a generator makes ends in a digest
  const named = (text: string, wanted: string): boolean =>
    new RegExp(`(?:^|[\\s"'{,])name:\\s*["']?${escaped(wanted)}["']?\\s*(?:$|[#,}])`, 'm').test(text);
  const found = [...files].find(
    ([, text]) => /(?:kind:\s*["']?Secret\b|secretGenerator)/.test(text) && (named(text, name) || named(text, base)),
  );
  return found?.[0];
}

/** How messages name it, and where its values belong: `Secret db (password, user)`. */
export function secretTitle(secret: Manifest): string {
  return `${titleOf(secret)} (${committedSecret(secret).keys.join(', ') || 'no keys'})`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** What a Secret that is fetched does not have of the one in the tree. */
export function typeResidue(environment: string, secrets: readonly Manifest[]): Residue[] {
  return secrets.flatMap(secret => {
    const { type } = committedSecret(secret);
    if (type === undefined) return [];
    return [
      { environment, object: titleOf(secret), reason: `is of the type '${type}', and 'Opaque' when it is fetched` },
    ];
  });
}
