import { identityOf, titleOf } from '../../synth/manifest.ts';
import type { Manifest } from '../../synth/manifest.ts';
import type { World } from '../world.ts';
import type { UnitRule } from './rule.ts';

export const nothingDropped: UnitRule = {
  id: 'nothing-dropped',
  why: 'An object of the base that an environment does not want shows that it does not belong in the base.',
  fix: "Render the object only where a setting asks for it, so that the base, which has no settings, does without.",

  checkUnit: ({ unit, world }) => {
    if (unit.environment === undefined) return [];
    const present = new Set(unit.manifests.map(manifest => identityOf(withoutNamespace(manifest))));
    return (world.once(basesByComponent).get(unit.component) ?? [])
      .filter(manifest => !present.has(identityOf(withoutNamespace(manifest))))
      .map(manifest => `drops ${titleOf(manifest)} of the base, it must have every object of the base`);
  },
};

function basesByComponent({ facts }: World): ReadonlyMap<string, readonly Manifest[]> {
  return new Map(facts.delivery.bases.map(({ component, manifests }) => [component, manifests]));
}

function withoutNamespace({ apiVersion, kind, metadata: { name } }: Manifest): Manifest {
  return { apiVersion, kind, metadata: { name } };
}
