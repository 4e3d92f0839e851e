import { requireOperator } from '../answers/operator-needed.ts';
import { secretStore } from '../answers/secret-store.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import { folderFiles } from '../kustomize/kustomize-folder.ts';
import type { Manifest } from '../model/manifest.ts';
import { waves } from '../model/sync.ts';
import type { Draft } from '../model/unit.ts';
import { argocdNamespace } from './names.ts';
import { clusterSecrets, remoteClusters } from './remote-clusters.ts';
import { repositorySecrets } from './repositories.ts';
import { settings } from './settings.ts';

/** A unit of Argo CD's own objects, which lie in its namespace on its cluster: `argocd/<name>`. */
export function argocdUnit(name: string, wave: number, manifests: readonly Manifest[], home: Cluster): Draft {
  const path = `argocd/${name}`;
  return {
    path,
    cluster: home.name,
    component: path.replaceAll('/', '-'),
    owner: 'argocd',
    namespace: argocdNamespace,
    stateful: false,
    wave,
    manifests,
    sources: [path],
    write: () => ({ files: folderFiles(path, manifests, 'argocd/'), patches: 0 }),
  };
}

/** Argo CD's settings, which are always there. */
export function settingsUnit(platform: Platform): Draft {
  const home = platform.clusters[0]!;
  return argocdUnit('settings', waves.foundation.wave, settings(platform), home);
}

/**
 * What Argo CD has to know to reach other clusters and private repositories; nothing where there are none.
 *
 * @throws InputError where nothing would make the Secrets
 */
export function credentialUnits({ clusters, site }: Platform): Draft[] {
  const home = clusters[0]!;
  const remote = remoteClusters({ clusters });
  const repositories = repositorySecrets(site);
  if (remote.length + repositories.length === 0) return [];
  const of = [...remote.map(({ name }) => name), ...(repositories.length > 0 ? ['private repositories'] : [])];
  requireOperator(home, 'external-secrets', `Argo CD needs credentials of ${of.join(', ')}`);
  const manifests = [...secretStore(argocdNamespace, home, site), ...clusterSecrets(remote), ...repositories];
  return [argocdUnit('clusters', waves.secrets.wave, manifests, home)];
}
