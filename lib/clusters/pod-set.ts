import type { Kinds } from '../kinds/kinds.ts';
import { scaledIdentity } from '../kinds/scaling.ts';
import { containersIn } from '../kinds/pods/containers.ts';
import type { ClaimedDisk } from '../kinds/pods/claimed-disk.ts';
import type { Pods } from '../kinds/pods/pods.ts';
import type { Cluster } from '../model/cluster.ts';
import { identityOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { amountIn } from '../model/quantity.ts';
import type { Amount } from '../model/quantity.ts';
import type { JsonMap } from '../yaml/json.ts';
import { amountsOfPod } from '../kinds/pods/amounts.ts';
import type { Amounts } from '../kinds/pods/amounts.ts';

/** Pods that are all alike, at most. */
export interface PodSet {
  /** Number of pods that a quota counts at the same time. */
  readonly pods: number;
  readonly containers: readonly JsonMap[];

  /** What one pod counts for. */
  readonly perPod: Amounts;

  /** Sizes of the claims that are made for all of them. */
  readonly claims: readonly Amount[];
}

/** The pods that some objects make, those that operators make of them included. */
export function podSets(manifests: readonly Manifest[], cluster: Cluster, kinds: Kinds): PodSet[] {
  const scaled = new Map(
    manifests.flatMap(manifest => {
      const scaling = kinds.scalingOf(manifest);
      return scaling ? [[scaledIdentity(manifest, scaling), scaling.most]] : [];
    }),
  );
  return manifests.flatMap(manifest =>
    kinds.podsOf(manifest).map(pods => podSet(pods, cluster, scaled.get(identityOf(manifest)))),
  );
}

function podSet(pods: Pods, cluster: Cluster, scaled: number | undefined): PodSet {
  const { spec, claims, ownClaims = [] } = pods;
  const most = pods.most(cluster, scaled);
  const running = pods.running?.(cluster, scaled) ?? most;
  return {
    pods: most,
    containers: containersIn(spec).map(container => container.spec),
    perPod: amountsOfPod(spec),
    claims: [...repeated(claims, running), ...repeated(ownClaims, most)].map(({ size }) => amountIn(size) ?? 0n),
  };
}

function repeated(disks: readonly ClaimedDisk[], times: number): ClaimedDisk[] {
  return Array.from({ length: times }, () => disks).flat();
}
