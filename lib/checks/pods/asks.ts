import { sumOf } from '../../kinds/pods/amounts.ts';
import type { Amounts } from '../../kinds/pods/amounts.ts';
import { diskOf } from '../../kinds/pods/claimed-disk.ts';
import type { ClaimedDisk } from '../../kinds/pods/claimed-disk.ts';
import type { Pods } from '../../kinds/pods/pods.ts';
import { requestsOf, volumeDisk } from '../../kinds/pods/room.ts';
import type { Cluster } from '../../model/cluster.ts';
import { identityOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { amountIn } from '../../model/quantity.ts';
import { listAt, textAt } from '../../yaml/json-path.ts';
import type { World } from '../world.ts';

/**
 * What one pod takes of its node: what its containers ask for, and what its claims take of the node's disk. They stay
 * there, also while it does not run; those of the cluster's networked class lie elsewhere.
 */
export function asksOf(manifest: Manifest, pods: Pods, cluster: Cluster, world: World): Amounts {
  const disks = [...pods.claims, ...(pods.ownClaims ?? []), ...mountedBy(manifest, pods, cluster, world)];
  const bytes = disks
    .filter(disk => !isNetworked(disk, cluster))
    .reduce((sum, { size }) => sum + (amountIn(size) ?? 0n), 0n);
  return bytes > 0n ? sumOf([requestsOf(pods.spec), new Map([[volumeDisk, bytes]])]) : requestsOf(pods.spec);
}

/** Claims that stand alone. */
function mountedBy({ metadata }: Manifest, pods: Pods, cluster: Cluster, world: World): ClaimedDisk[] {
  return listAt(pods.spec, 'volumes')
    .flatMap(volume => textAt(volume, 'persistentVolumeClaim', 'claimName') ?? [])
    .map(name => ({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', metadata: { ...metadata, name } }))
    .flatMap(claim => world.deliveriesOf(cluster.name, identityOf(claim)))
    .flatMap(({ manifest: claim }) => diskOf(claim) ?? []);
}

function isNetworked({ storageClass }: ClaimedDisk, cluster: Cluster): boolean {
  return cluster.networkedClass !== undefined && (storageClass ?? cluster.storageClass) === cluster.networkedClass;
}
