import type { World } from '../conformance/argocd/running-platform.ts';
import type { LiveCluster } from './cluster/live-cluster.ts';

/** The platform as it really runs: what Argo CD sees, and the clusters with their nodes. */
export class LivePlatform {
  readonly world: World;
  readonly clusters: readonly LiveCluster[];

  /** Folder of the run. */
  readonly folder: string;

  constructor(world: World, clusters: readonly LiveCluster[], folder: string) {
    this.world = world;
    this.clusters = clusters;
    this.folder = folder;
  }

  cluster(name: string): LiveCluster {
    const found = this.clusters.find(cluster => cluster.name === name);
    if (!found)
      throw new Error(`${name}: is no cluster, must be one of ${this.clusters.map(each => each.name).join(', ')}`);
    return found;
  }
}
