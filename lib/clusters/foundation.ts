import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { namespace } from './namespace.ts';
import type { Ground } from './namespace.ts';
import { namespacePolicies } from './namespace-policies.ts';
import { limitRange, resourceQuota } from './quota.ts';
import type { Resident } from './resident.ts';

/**
 * The ground that one component stands on. The component itself cannot change it, since its project forbids that. One
 * that only asks its cluster for objects stands on none.
 */
export function foundationOf(
  { rendering, draft, brought, answers }: Resident,
  cluster: Cluster,
  kinds: Kinds,
  component?: Ground,
): Manifest[] {
  const { namespace: name } = rendering;
  const manifests = [...draft.manifests, ...brought];
  if (manifests.length === 0) return [...(answers.foundation ?? [])];
  return [
    namespace(name, cluster, component),
    ...namespacePolicies(name, manifests, cluster),
    resourceQuota(name, manifests, cluster, kinds),
    limitRange(name, manifests, cluster, kinds),
    ...(answers.foundation ?? []),
  ];
}
