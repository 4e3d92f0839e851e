import { refusalsOf } from '../kustomize/uncarried.ts';
import { titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Rendered } from './rendered.ts';

/** Mistakes for values that no file or patch carries, before any is written: each object is looked at once. */
export function uncarriedValues(everywhere: readonly Pick<Rendered, 'surroundings' | 'renderings'>[]): Mistake[] {
  const seen = new Set<Manifest>();
  return everywhere.flatMap(({ surroundings, renderings }) =>
    [...renderings].flatMap(([component, { manifests }]) =>
      manifests
        .filter(manifest => !seen.has(manifest) && seen.add(manifest))
        .flatMap(manifest => uncarriedIn(manifest, surroundings.placeOf(component))),
    ),
  );
}

/** The same for one object. @param place what the mistakes call where it is */
export function uncarriedIn(manifest: Manifest, place: string): Mistake[] {
  return refusalsOf(manifest).map(message => mistake('uncarried-value', `${place}: ${titleOf(manifest)}`, message));
}
