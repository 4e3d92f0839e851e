import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import type { Manifest } from '../model/manifest.ts';
import { namespace } from './namespace.ts';
import { namespacePolicies } from './namespace-policies.ts';
import { limitRange, resourceQuota } from './quota.ts';
import type { Resident } from './resident.ts';

/** The ground that one component stands on. The component itself cannot change it, since its project forbids that. */
export function foundationOf({ rendering, draft, answers }: Resident, cluster: Cluster, kinds: Kinds): Manifest[] {
  const { namespace: name } = rendering;
  return [
    namespace(name, cluster),
    ...namespacePolicies(name, draft.manifests, cluster),
    resourceQuota(name, draft.manifests, cluster, kinds),
    limitRange(name, draft.manifests, cluster, kinds),
    ...(answers.foundation ?? []),
  ];
}
