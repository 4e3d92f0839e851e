import { textAt } from '../../yaml/json-path.ts';
import { containersOf, podTemplateOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const pinnedImage: ObjectRule = {
  id: 'pinned-image',
  why: 'An image without an exact tag can change under a running service, and a rollback then restores nothing.',
  fix: 'Give the image an exact version tag or a digest in overlays/images.json.',
  kinds: workloadKinds,

  check: manifest =>
    containersOf(manifest)
      .filter(({ spec }) => spec.image !== undefined || podTemplateOf(manifest)) // others have their operator's image
      .map(({ title, spec }) => ({ title, image: textAt(spec, 'image') ?? '' }))
      .filter(({ image }) => !isPinned(image))
      .map(({ title, image }) => `${title} runs '${image}', which must have an exact tag or a digest`),
};

function isPinned(image: string): boolean {
  if (/@sha256:[0-9a-f]{64}$/.test(image)) return true;
  const tag = /:([^:/@]+)$/.exec(image)?.[1];
  return tag !== undefined && isExact(tag);
}

/** A version with at least two parts, a date, or a commit. `1`, `v2`, `stable`, `latest` and `main-1234567` move. */
function isExact(tag: string): boolean {
  if (/^(main|master|latest|dev|nightly)\b/.test(tag)) return false;
  return /\d+\.\d+/.test(tag) || /\d{4}-?\d{2}-?\d{2}/.test(tag) || /^(sha-)?[0-9a-f]{7,40}$/.test(tag);
}
