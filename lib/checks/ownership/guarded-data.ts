import { kindOf, namesOfKinds } from '../../kinds/index.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { Json } from '../../yaml/json.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { ObjectRule } from '../rule.ts';

export const guardedData: ObjectRule = {
  id: 'guarded-data',
  why: 'Argo CD deletes what is gone from git, and with a namespace, a claim or a database the data goes too.',
  fix: "Annotate the object with 'argocd.argoproj.io/sync-options: Prune=false,Delete=false' ('confirm' will do).",
  kinds: namesOfKinds(({ holdsData }) => holdsData !== undefined),

  check: manifest =>
    guarded(manifest).flatMap(({ what, object }) => {
      const options = (textAt(object, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options') ?? '').split(',');
      return ['Prune', 'Delete']
        .filter(option => !options.includes(`${option}=false`) && !options.includes(`${option}=confirm`))
        .map(option => `${what} has no sync option ${option}=false or ${option}=confirm`);
    }),
};

/** What holds its data in claims may go, since these stay; so it is they that are looked at. */
function guarded(manifest: Manifest): { what: string; object: Json }[] {
  if (kindOf(manifest)?.holdsData === 'in-object') return [{ what: 'the object', object: manifest }];
  return listAt(manifest, 'spec', 'volumeClaimTemplates').map(object => ({
    what: `claim template '${textAt(object, 'metadata', 'name') ?? ''}'`,
    object,
  }));
}
