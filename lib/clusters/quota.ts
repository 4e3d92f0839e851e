import type { Kinds } from '../kinds/kinds.ts';
import type { Cluster } from '../model/cluster.ts';
import { devicesOf } from '../model/pods/gpus.ts';
import type { Manifest } from '../model/manifest.ts';
import { amountIn, largestAmount } from '../model/quantity.ts';
import type { Amount } from '../model/quantity.ts';
import { smallContainer } from '../model/small-container.ts';
import type { JsonMap } from '../yaml/json.ts';
import { at, listAt, textAt } from '../yaml/json-path.ts';
import { amountsOf, amountText, isDevice, largestOf, sumOf, times } from '../kinds/pods/amounts.ts';
import type { Amounts } from '../kinds/pods/amounts.ts';
import { challengePods, challengesOf } from './issuers.ts';
import { podSets } from './pod-set.ts';
import type { PodSet } from './pod-set.ts';

/**
 * The bound of one namespace: what its workloads need with every autoscaler at its most, every rollout under way, and
 * every pod that a rollout replaces still counted, as a quota does until some time after it is gone. Nothing more: no
 * rollout waits for it, and pods that nobody rendered come to an end at it.
 * https://kubernetes.io/docs/concepts/policy/resource-quotas/
 */
export function resourceQuota(
  namespace: string,
  manifests: readonly Manifest[],
  cluster: Cluster,
  kinds: Kinds,
): Manifest {
  const sets = [...podSets(manifests, cluster, kinds), ...challengeSet(manifests, cluster)];
  const claims = claimSizes(manifests, sets);
  const amounts = sumOf(sets.map(({ perPod, pods }) => times(perPod, pods)));
  return {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'quota', namespace },
    spec: {
      hard: {
        ...amountTexts(stated(amounts, sets)),
        ...deviceTexts(amounts, cluster),
        'pods': String(sets.reduce((sum, { pods }) => sum + pods, 0)),
        'persistentvolumeclaims': String(claims.length),
        'requests.storage': amountText(
          'storage',
          claims.reduce((sum, size) => sum + size, 0n),
        ),
        'services.nodeports': String(nodePorts(manifests)),
        'services.loadbalancers': String(servicesOf('LoadBalancer', manifests).length),
      },
    },
  };
}

/**
 * The bounds of one container: no larger than the largest one rendered, and small where it says nothing, because a
 * quota refuses pods that say nothing.
 */
export function limitRange(
  namespace: string,
  manifests: readonly Manifest[],
  cluster: Cluster,
  kinds: Kinds,
): Manifest {
  const sets = [...podSets(manifests, cluster, kinds), ...challengeSet(manifests, cluster)];
  const small = amountsOf({ resources: smallContainer });
  const largest = largestOf([small, ...sets.flatMap(({ containers }) => containers.map(amountsOf))]);
  const claims = claimSizes(manifests, sets);
  return {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'limits', namespace },
    spec: {
      limits: [
        {
          type: 'Container',
          defaultRequest: side('requests', stated(small, sets)),
          default: side('limits', stated(small, sets)),
          max: side('limits', stated(largest, sets)),
        },
        ...(claims.length > 0
          ? [
              {
                type: 'PersistentVolumeClaim',
                max: { storage: amountText('storage', largestAmount(claims)) },
              },
            ]
          : []),
      ],
    },
  };
}

/** Only what every container states can be bounded: a quota refuses pods that leave a bounded resource open. */
function stated(amounts: Amounts, sets: readonly PodSet[]): Amounts {
  const containers = sets.flatMap(set => set.containers.map(amountsOf));
  return new Map([...amounts].filter(([name]) => containers.every(container => container.has(name))));
}

function amountTexts(amounts: Amounts): Record<string, string> {
  return Object.fromEntries([...amounts].map(([name, amount]) => [name, amountText(name, amount)]));
}

/** Devices that pods take, and none of those that the nodes have besides. Nobody has to say that they take none. */
function deviceTexts(amounts: Amounts, { nodes }: Cluster): Record<string, string> {
  const offered = nodes.flatMap(({ gpus }) => Object.keys(devicesOf(gpus))).map(device => `requests.${device}`);
  const names = [...offered, ...[...amounts.keys()].filter(isDevice)];
  return Object.fromEntries([...new Set(names)].sort().map(name => [name, amountText(name, amounts.get(name) ?? 0n)]));
}

/** One side of amounts, by the bare names of the resources. */
function side(name: 'requests' | 'limits', amounts: Amounts): Record<string, string> {
  const ofSide = [...amounts].filter(([key]) => key.startsWith(`${name}.`));
  return Object.fromEntries(ofSide.map(([key, amount]) => [key.slice(name.length + 1), amountText(key, amount)]));
}

/** Sizes of all claims: those that stand alone and those of pods that keep theirs. */
function claimSizes(manifests: readonly Manifest[], sets: readonly PodSet[]): Amount[] {
  const alone = manifests
    .filter(({ kind }) => kind === 'PersistentVolumeClaim')
    .map(claim => amountIn(String(at(claim, 'spec', 'resources', 'requests', 'storage'))) ?? 0n);
  return [...alone, ...sets.flatMap(({ claims }) => claims)];
}

/** All certificates of a namespace may be renewed at once. */
function challengeSet(manifests: readonly Manifest[], cluster: Cluster): PodSet[] {
  const pods = challengesOf(manifests, cluster);
  if (pods === 0) return [];
  const container: JsonMap = { resources: challengePods.resources };
  return [{ pods, containers: [container], perPod: amountsOf(container), claims: [] }];
}

/** A Service of the type `LoadBalancer` gets node ports, too, unless it says otherwise. */
function nodePorts(manifests: readonly Manifest[]): number {
  const balanced = servicesOf('LoadBalancer', manifests).filter(
    service => at(service, 'spec', 'allocateLoadBalancerNodePorts') !== false,
  );
  return [...servicesOf('NodePort', manifests), ...balanced].reduce(
    (sum, service) => sum + listAt(service, 'spec', 'ports').length,
    0,
  );
}

function servicesOf(type: string, manifests: readonly Manifest[]): Manifest[] {
  return manifests.filter(manifest => manifest.kind === 'Service' && textAt(manifest, 'spec', 'type') === type);
}
