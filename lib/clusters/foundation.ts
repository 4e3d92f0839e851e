import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { namespace } from './namespace.ts';
import type { Ground } from './namespace.ts';
import { namespacePolicies } from './namespace-policies.ts';
import { withOwnQuota } from './own-quota.ts';
import { limitRange, resourceQuota } from './quota.ts';
import type { Resident } from './resident.ts';

/**
 * The ground that one component stands on. The component itself cannot change it, since its project forbids that. One
 * that only asks its cluster for objects stands on none.
 *
 * @param leaving objects that are still there beside its own, and need their room until they are gone
 */
export function foundationOf(
  { rendering, draft, brought, answers }: Resident,
  cluster: Cluster,
  kinds: Kinds,
  component?: Ground,
  leaving: readonly Manifest[] = [],
): Manifest[] {
  const { namespace: name } = rendering;
  const present = [...draft.manifests, ...brought, ...leaving];
  if (present.length === 0) return [...(answers.foundation ?? [])];
  return [
    namespace(name, cluster, component),
    ...namespacePolicies(name, present, cluster),
    withOwnQuota(resourceQuota(name, present, cluster, kinds), component?.quota),
    limitRange(name, present, cluster, kinds),
    ...(answers.foundation ?? []),
  ];
}
