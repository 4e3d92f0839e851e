import { externalSecret } from '../answers/secret-store.ts';
import type { Manifest } from '../model/manifest.ts';
import { argocdNamespace } from './names.ts';

/**
 * A Secret that tells Argo CD of something, made of what a person put into Secret Manager: entries of Argo CD's own, and
 * fields in which these stand as templates.
 */
export function argocdSecret(
  sort: 'cluster' | 'repository',
  name: string,
  keys: readonly string[],
  data: Readonly<Record<string, string>>,
): Manifest {
  return externalSecret({
    name,
    namespace: argocdNamespace,
    keys,
    owner: ['argocd'],
    // Until a person has put them there, one place is out of reach; all that comes after in the first cluster must go on.
    awaited: false,
    template: {
      engineVersion: 'v2',
      mergePolicy: 'Replace',
      type: 'Opaque',
      metadata: { labels: { 'argocd.argoproj.io/secret-type': sort } },
      data,
    },
  });
}
