import { kindsOf } from '../kinds/index.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import { folderFiles } from '../kustomize/kustomize-folder.ts';
import type { Manifest } from '../model/manifest.ts';
import { waves } from '../model/sync.ts';
import type { Draft } from '../model/unit.ts';
import { argocdNamespace } from './names.ts';
import { remoteClusters } from './remote-clusters.ts';
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
  return argocdUnit('settings', waves.foundation.wave, settings(home, kindsOf(platform)), home);
}

/** What Argo CD knows about other clusters; nothing where there are none. */
export function remoteClusterUnits({ clusters, site }: Platform): Draft[] {
  const manifests = remoteClusters(clusters, site);
  return manifests.length > 0 ? [argocdUnit('clusters', waves.secrets.wave, manifests, clusters[0]!)] : [];
}
