import type { Cluster } from '../model/cluster.ts';
import { folderFiles } from '../kustomize/kustomize-folder.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Unit } from '../model/unit.ts';

/** A unit of things that a cluster has once: `clusters/<cluster>/<name>`. Its objects say their own namespaces. */
export function clusterUnit(cluster: Cluster, name: string, wave: number, manifests: readonly Manifest[]): Unit {
  const path = `clusters/${cluster.name}/${name}`;
  return {
    path,
    cluster: cluster.name,
    component: name,
    stateful: false,
    wave,
    manifests,
    sources: [path],
    files: folderFiles(path, manifests, 'argocd/clusters.ts, or lib/clusters/'),
    patches: 0,
  };
}
