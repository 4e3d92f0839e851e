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
    [...renderings].flatMap(([component, { manifests }]) => {
      const place = `${surroundings.environment?.name ?? 'base'}/${component}`;
      return manifests
        .filter(manifest => !seen.has(manifest) && seen.add(manifest))
        .flatMap(manifest =>
          refusalsOf(manifest).map(message => mistake('uncarried-value', `${place}: ${titleOf(manifest)}`, message)),
        );
    }),
  );
}
