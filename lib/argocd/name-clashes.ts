import { InputError } from '../model/input-error.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import { identityOf, titleOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/**
 * Names of environments, clusters and components are put together, and all of them end up in one namespace.
 *
 * @throws InputError naming each Application and project that there would be two of
 */
export function checkNames(manifests: readonly Manifest[]): void {
  const seen = new Set<string>();
  const problems: Mistake[] = [];
  for (const manifest of manifests) {
    const identity = identityOf(manifest);
    if (seen.has(identity)) {
      problems.push(
        mistake(
          'duplicate',
          'argocd',
          `there would be two of '${titleOf(manifest)}', so an environment, a cluster or a component must be renamed`,
        ),
      );
    }
    seen.add(identity);
  }
  if (problems.length > 0) throw new InputError(problems);
}
