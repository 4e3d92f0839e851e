import { isPinned } from '../../model/pinned.ts';
import { textAt } from '../../yaml/json-path.ts';
import { containersOf, podTemplateOf, workloadKinds } from '../pods.ts';
import type { ObjectRule } from '../rule.ts';

export const pinnedImage: ObjectRule = {
  id: 'pinned-image',
  why: 'An image without an exact tag can change under a running service, and a rollback then restores nothing.',
  fix: 'Give the image an exact version tag or a digest, in the service or in overlays/images.json.',
  kinds: workloadKinds,

  check: (manifest, { world }) =>
    containersOf(manifest, world)
      .filter(({ spec }) => spec.image !== undefined || podTemplateOf(manifest)) // others have their operator's image
      .map(({ title, spec }) => ({ title, image: textAt(spec, 'image') ?? '' }))
      .filter(({ image }) => !isPinned(image))
      .map(({ title, image }) => `${title} runs '${image}', which must have an exact tag or a digest`),
};
