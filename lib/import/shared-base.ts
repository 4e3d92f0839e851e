import { isEqual } from '../kustomize/equal.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';

/** Objects as they are kept: those of the base, and what each environment has besides or otherwise. */
export interface Kept {
  readonly base: readonly Manifest[];
  readonly environments: ReadonlyMap<string, readonly Manifest[]>;
}

/**
 * Parts the objects of environments, without namespaces, into what all of them have and what is each one's own. Of an
 * object that differs the base has the form that most environments share, and the last of them where no form is shared.
 *
 * @param byEnvironment in the order of the environments
 */
export function sharedBase(byEnvironment: ReadonlyMap<string, readonly Manifest[]>): Kept {
  const sets = [...byEnvironment.values()].map(manifests => new Map(manifests.map(each => [identityOf(each), each])));
  const [first = new Map<string, Manifest>(), ...others] = sets;
  const base = [...first].flatMap(([identity, manifest]) => {
    const forms = [manifest, ...others.map(set => set.get(identity))].filter(form => form !== undefined);
    // Another version is another object to a patch, which cannot change it.
    const isEverywhere = forms.length === sets.length && forms.every(form => form.apiVersion === manifest.apiVersion);
    return isEverywhere ? [mostFrequent(forms)] : [];
  });
  const inBase = new Map(base.map(manifest => [identityOf(manifest), manifest]));
  const own = (manifest: Manifest): boolean => !isEqual(inBase.get(identityOf(manifest)), manifest);
  return {
    base,
    environments: new Map([...byEnvironment].map(([name, manifests]) => [name, manifests.filter(own)])),
  };
}

function mostFrequent(forms: readonly Manifest[]): Manifest {
  const count = (form: Manifest): number => forms.filter(other => isEqual(form, other)).length;
  return [...forms].reverse().reduce((best, form) => (count(form) > count(best) ? form : best));
}
