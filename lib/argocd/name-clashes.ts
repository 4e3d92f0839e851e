import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import { repeatedIn, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * Names of environments, clusters and components are put together, and all of them end up in one namespace.
 *
 * @throws InputError naming each Application and project that there would be two of
 */
export function checkNames(manifests: readonly Manifest[]): void {
  const problems = repeatedIn(manifests).map(manifest =>
    mistake(
      'duplicate',
      'argocd',
      `there would be two of '${titleOf(manifest)}', so an environment, a cluster or a component must be renamed`,
    ),
  );
  if (problems.length > 0) throw new InputError(problems);
}
