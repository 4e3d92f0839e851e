import { join } from 'node:path';
import type { Cluster } from '../../../lib/model/cluster.ts';
import { startCluster } from './control-plane.ts';
import type { Ground, Running } from './control-plane.ts';
import { startEtcd } from './etcd.ts';

/** Ends all that runs, and starts one cluster with an etcd of its own. @param place names its folder below that of the run */
export async function startAlone(
  row: Cluster,
  minor: string,
  place: string,
  ground: Omit<Ground, 'etcd'>,
): Promise<Running> {
  await ground.supervisor.stopAll();
  const folder = join(ground.folder, place);
  const etcd = await startEtcd(ground.supervisor, folder);
  return startCluster(row, minor, { ...ground, folder, etcd });
}
