import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';
import type { World } from '../world.ts';

export const guardedData: ObjectRule = {
  id: 'guarded-data',
  why: 'Argo CD deletes what is gone from git, and with a namespace, a claim or a database the data goes too.',
  fix: "Annotate the object with 'argocd.argoproj.io/sync-options: Prune=false,Delete=false' ('confirm' will do).",
  kinds: known => known.namesOf(({ holdsData }) => holdsData !== undefined),

  check: (manifest, { world }) =>
    guarded(manifest, world).flatMap(({ what, object }) => {
      const options = (textAt(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options') ?? '').split(',');
      return deletions(manifest)
        .filter(option => !options.includes(`${option}=false`) && !options.includes(`${option}=confirm`))
        .map(option => `${what} has no sync option ${option}=false or ${option}=confirm`);
    }),
};

/** With an Application goes all that it delivered but for definitions, which only pruning takes. */
function deletions({ kind }: Manifest): readonly string[] {
  return kind === 'CustomResourceDefinition' ? ['Prune'] : ['Prune', 'Delete'];
}

/** What holds its data in claims may go, since these stay; so it is they that are looked at. */
function guarded(manifest: Manifest, { kinds }: World): { what: string; object: Json }[] {
  if (kinds.kindOf(manifest)?.holdsData === 'in-object') return [{ what: 'the object', object: manifest }];
  return listAt(manifest, 'spec', 'volumeClaimTemplates').map(object => ({
    what: `claim template '${textAt(object, 'metadata', 'name') ?? ''}'`,
    object,
  }));
}
