import { kindsOf } from '../kinds/index.ts';
import type { Kinds } from '../kinds/kinds.ts';
import { amountsOfPod } from '../kinds/pods/amounts.ts';
import { scaledIdentity } from '../kinds/scaling.ts';
import type { Cluster } from '../model/cluster.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import type { Platform } from '../model/platform.ts';
import { amountIn } from '../model/quantity.ts';
import type { Amount } from '../model/quantity.ts';
import type { Unit } from '../model/unit.ts';
import { mapAt, numberAt } from '../yaml/json-path.ts';

/** What a quota counts that a tenant is told of. */
export const counted = ['requests.cpu', 'requests.memory', 'pods'] as const;

/** One bound of one tenant, and how much of it is in use. */
export interface Limit {
  readonly tenant: string;
  readonly environment: string;
  readonly of: (typeof counted)[number];
  readonly quota: Amount;

  /** With the autoscaler at its least; and meanwhile a rollout, whose old and new pods a quota counts together. */
  readonly least: Amount;
  readonly leastInRollout: Amount;

  /** The same with the autoscaler at its most. */
  readonly most: Amount;
  readonly mostInRollout: Amount;

  /** What is left of the quota when it needs most. */
  readonly headroom: Amount;
}

/** What is delivered. */
interface Delivered {
  readonly platform: Platform;
  readonly units: readonly Unit[];
}

/** The bounds of every tenant, in the order of the environments, by name. */
export function limitsOf({ platform, units }: Delivered): Limit[] {
  const kinds = kindsOf(platform);
  const quotas = quotasIn(units);
  const names = new Set(platform.tenants.map(({ name }) => name));
  const clusters = new Map(platform.clusters.map(cluster => [cluster.name, cluster]));
  return units
    .filter(({ owner, component }) => owner === 'component' && names.has(component))
    .flatMap(unit =>
      limitsIn(unit, quotas.get(`${unit.cluster} ${unit.namespace}`)!, clusters.get(unit.cluster)!, kinds),
    );
}

function limitsIn(
  { component, environment, manifests }: Unit,
  quota: Manifest,
  cluster: Cluster,
  kinds: Kinds,
): Limit[] {
  const [least, most] = (['least', 'most'] as const).map(bound => usedBy(manifests, bound, cluster, kinds));
  return counted.map(of => {
    const hard = amountIn(String(mapAt(quota, 'spec', 'hard')[of])) ?? 0n;
    const mostInRollout = most!.inRollout.get(of) ?? 0n;
    return {
      tenant: component,
      environment: environment!,
      of,
      quota: hard,
      least: least!.atRest.get(of) ?? 0n,
      leastInRollout: least!.inRollout.get(of) ?? 0n,
      most: most!.atRest.get(of) ?? 0n,
      mostInRollout,
      headroom: hard - mostInRollout,
    };
  });
}

type Amounts = ReadonlyMap<string, Amount>;

/** What all pods of some objects count for, with their autoscalers at a bound. */
function usedBy(
  manifests: readonly Manifest[],
  bound: 'least' | 'most',
  cluster: Cluster,
  kinds: Kinds,
): { readonly atRest: Amounts; readonly inRollout: Amounts } {
  const scaled = new Map(
    manifests.flatMap(manifest => {
      const scaling = kinds.scalingOf(manifest);
      if (!scaling) return [];
      const least = numberAt(manifest, 'spec', 'minReplicas') ?? numberAt(manifest, 'spec', 'minReplicaCount');
      return [[scaledIdentity(manifest, scaling), bound === 'least' ? (least ?? 1) : scaling.most]];
    }),
  );
  const atRest = new Map<string, Amount>();
  const inRollout = new Map<string, Amount>();
  for (const manifest of manifests) {
    for (const pods of kinds.podsOf(manifest)) {
      const number = scaled.get(identityOf(manifest));
      const most = pods.most(cluster, number);
      const perPod = new Map([...amountsOfPod(pods.spec), ['pods', one] as const]);
      add(inRollout, perPod, most);
      add(atRest, perPod, pods.running?.(cluster, number) ?? most);
    }
  }
  return { atRest, inRollout };
}

/** One of something, as amounts are counted. */
const one = amountIn('1')!;

function add(sums: Map<string, Amount>, amounts: Amounts, times: number): void {
  for (const [name, amount] of amounts) sums.set(name, (sums.get(name) ?? 0n) + amount * BigInt(times));
}

function quotasIn(units: readonly Unit[]): Map<string, Manifest> {
  return new Map(
    units.flatMap(({ cluster, manifests }) =>
      manifests
        .filter(({ kind }) => kind === 'ResourceQuota')
        .map((quota): [string, Manifest] => [`${cluster} ${quota.metadata.namespace}`, quota]),
    ),
  );
}
