import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { apiRoles } from './api-roles.ts';
import { namespace } from './namespace.ts';
import { namespacePolicies } from './namespace-policies.ts';
import { priorityClasses } from './priority-classes.ts';
import { limitRange, resourceQuota } from './quota.ts';
import type { Tenancy } from './resident.ts';

/** What must be on a cluster before anything is delivered into it. */
export function foundation(cluster: Cluster, tenancies: readonly Tenancy[]): Manifest[] {
  return [...priorityClasses(), ...tenancies.flatMap(tenancy => groundOf(tenancy, cluster))];
}

/** The ground that one component stands on. The component itself cannot change it, since its project forbids that. */
function groundOf({ rendering, unit }: Tenancy, cluster: Cluster): Manifest[] {
  const { namespace: name } = rendering;
  return [
    namespace(name, cluster),
    ...namespacePolicies(name, unit.manifests, cluster),
    resourceQuota(name, unit.manifests, cluster),
    limitRange(name, unit.manifests, cluster),
    ...rendering.apiAccess.flatMap(access => apiRoles(name, access)),
  ];
}
