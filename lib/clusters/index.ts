import type { Cluster } from '../model/cluster.ts';
import type { Platform } from '../model/platform.ts';
import type { Delivery } from '../synth/delivery.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Unit } from '../model/unit.ts';
import { clusterUnit } from './cluster-unit.ts';
import { foundation } from './foundation.ts';
import { issuers } from './issuers.ts';
import { secretsOf } from './secrets.ts';
import { tenanciesOf } from './resident.ts';
import type { Tenancy } from './resident.ts';

/**
 * What each cluster has once, whatever runs on it: namespaces with their bounds, priorities and roles; stores and
 * secrets; issuers of certificates. All of it follows from what is placed on the cluster, so a component that
 * moves takes its namespace, its quota and its secrets along.
 *
 * @throws InputError for a secret that cannot be stored under its name, and for an operator that is missing
 */
export function clusterUnits(platform: Platform, delivery: Delivery): Unit[] {
  return platform.clusters.flatMap(cluster => unitsOf(cluster, tenanciesOf(cluster, delivery), platform));
}

/** Waves of the architecture: namespaces, then operators (0), then what needs an operator, then components (20). */
const waves = { foundation: -5, secrets: 5, issuers: 5 };

function unitsOf(cluster: Cluster, tenancies: readonly Tenancy[], platform: Platform): Unit[] {
  const objects: Record<keyof typeof waves, readonly Manifest[]> = {
    foundation: foundation(cluster, tenancies),
    secrets: tenancies.flatMap(tenancy => secretsOf(tenancy, cluster, platform.site)),
    issuers: issuers(cluster, platform.site),
  };
  return Object.entries(objects)
    .filter(([, manifests]) => manifests.length > 0)
    .map(([name, manifests]) => clusterUnit(cluster, name, waves[name as keyof typeof waves], manifests));
}
