import { folderFiles } from '../kustomize/kustomize-folder.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Environment } from '../model/environment.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Draft } from '../model/unit.ts';

/**
 * A unit of things that a cluster has once (`clusters/<cluster>/<name>`), or once for an environment
 * (`clusters/<cluster>/<environment>/<name>`). Its objects say their own namespaces.
 */
export function clusterUnit(
  cluster: Cluster,
  name: string,
  wave: number,
  manifests: readonly Manifest[],
  environment?: Environment,
): Draft {
  const path = ['clusters', cluster.name, ...(environment ? [environment.name] : []), name].join('/');
  return {
    path,
    cluster: cluster.name,
    component: environment ? `${cluster.name}-${name}` : name,
    environment: environment?.name,
    owner: 'cluster',
    stateful: false,
    wave,
    manifests,
    sources: [path],
    write: () => ({ files: folderFiles(path, manifests, 'argocd/clusters.ts, or lib/clusters/'), patches: 0 }),
  };
}
