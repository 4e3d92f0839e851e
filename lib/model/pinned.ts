/**
 * Whether an image reference means the same image tomorrow: by its digest, or by a tag that is a version with at least
 * two parts, a date or a commit. `1`, `v2`, `stable`, `latest` and `main-1234567` move.
 */
export function isPinned(image: string): boolean {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return true;
  const tag = tagOf(image);
  return tag !== undefined && !moving.test(tag) && exact.some(form => form.test(tag));
}

/** The tag of an image reference; undefined where it ends in another part, such as a digest. */
export function tagOf(image: string): string | undefined {
  return /:([^:/@]+)$/.exec(image)?.[1];
}

/** Words that stand for whatever is newest, at either end of a tag. */
const moving = /^(main|master|latest|dev|edge|nightly)\b|(^|[-_.])(main|master|latest|dev|edge|nightly)$/;

const exact = [/\d+\.\d+/, /\d{4}-?\d{2}-?\d{2}/, /^(sha-)?[0-9a-f]{7,40}$/];
