import type { Kinds } from '../kinds/kinds.ts';
import { amountOf } from '../model/amounts.ts';
import type { Cluster } from '../model/cluster.ts';
import type { RequestQuota } from '../model/component.ts';
import type { Manifest } from '../model/manifest.ts';
import { mistake } from '../model/mistake.ts';
import type { Mistake } from '../model/mistake.ts';
import type { Platform } from '../model/platform.ts';
import { amountIn } from '../model/quantity.ts';
import { mapAt, textAt } from '../yaml/json-path.ts';
import { resourceQuota } from './quota.ts';
import type { Resident } from './resident.ts';

const bounded = ['cpu', 'memory'] as const;

/**
 * The quota of a namespace, with what its component says of it: never less than what its objects need. Limits grow with
 * it, because nobody can use requests that are above them, and API servers warn of such a quota.
 */
export function withOwnQuota(needs: Manifest, own: RequestQuota | undefined): Manifest {
  if (!own) return needs;
  const hard = bounded.flatMap(resource =>
    ['requests', 'limits']
      .filter(side => amountOf(own[resource]) >= neededOf(needs, side, resource))
      .map(side => [`${side}.${resource}`, own[resource]]),
  );
  return { ...needs, spec: { hard: { ...mapAt(needs, 'spec', 'hard'), ...Object.fromEntries(hard) } } };
}

/** What a component says of its quota must hold all that its pods ask for at the most. */
export function ownQuotaMistakes(
  { draft, brought }: Resident,
  cluster: Cluster,
  kinds: Kinds,
  { components }: Platform,
): Mistake[] {
  const { quota, table = 'overlays/components.ts' } = components[draft.component] ?? {};
  if (!quota) return [];
  const needs = resourceQuota(draft.namespace!, [...draft.manifests, ...brought], cluster, kinds);
  return bounded
    .filter(resource => amountOf(quota[resource]) < neededOf(needs, 'requests', resource))
    .map(resource => {
      const { [`requests.${resource}`]: least, pods } = mapAt(needs, 'spec', 'hard');
      const why = `which its ${String(pods)} pods request at the most in ${draft.environment}, those of a rollout among them`;
      const message = `'quota.${resource}' ('${quota[resource]}') must be at least '${String(least)}', ${why}`;
      return mistake('conflict', `${table}: '${draft.component}'`, message);
    });
}

function neededOf(needs: Manifest, side: string, resource: string): bigint {
  return amountIn(textAt(needs, 'spec', 'hard', `${side}.${resource}`) ?? '0') ?? 0n;
}
