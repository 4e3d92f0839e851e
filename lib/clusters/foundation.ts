import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { namespace } from './namespace.ts';
import { namespacePolicies } from './namespace-policies.ts';
import { limitRange, resourceQuota } from './quota.ts';
import type { Resident } from './resident.ts';

/** The ground that one component stands on. The component itself cannot change it, since its project forbids that. */
export function foundationOf(
  { rendering, draft, brought, answers }: Resident,
  cluster: Cluster,
  kinds: Kinds,
): Manifest[] {
  const { namespace: name } = rendering;
  const manifests = [...draft.manifests, ...brought];
  return [
    namespace(name, cluster),
    ...namespacePolicies(name, manifests, cluster),
    resourceQuota(name, manifests, cluster, kinds),
    limitRange(name, manifests, cluster, kinds),
    ...(answers.foundation ?? []),
  ];
}
