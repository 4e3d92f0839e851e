import type { Cluster } from '../model/cluster.ts';
import { mebibytes } from '../model/amounts.ts';
import type { Storage } from '../model/amounts.ts';
import type { Manifest } from '../model/manifest.ts';
import type { JsonMap } from '../yaml/json.ts';
import { amountsOf, largestOf, sumOf } from './amounts.ts';
import type { Amounts } from './amounts.ts';
import { autoscaled } from './autoscaled.ts';

/** The pods that one object makes, at most. */
export interface PodSet {
  /** Number of pods at the same time, the one too many during a rollout included. */
  readonly pods: number;
  readonly containers: readonly JsonMap[];

  /** What one pod counts for. */
  readonly perPod: Amounts;

  /** Sizes, in mebibytes, of the claims that are made for each pod. */
  readonly claims: readonly number[];
}

/** The pods of every workload among some objects. */
export function podSets(manifests: readonly Manifest[], cluster: Cluster): PodSet[] {
  const scaled = new Map(autoscaled(manifests).map(({ kind, name, max }) => [`${kind}/${name}`, max]));
  return manifests.flatMap(manifest => {
    const count = counts[manifest.kind];
    if (!count) return [];
    const spec = manifest.spec as unknown as WorkloadSpec;
    const max = scaled.get(`${manifest.kind}/${manifest.metadata.name}`);
    return [podSet(spec, count(max === undefined ? spec : { ...spec, replicas: max }, cluster))];
  });
}

/** The parts of a workload's spec that are read here. */
interface WorkloadSpec {
  readonly replicas?: number;
  readonly parallelism?: number;
  readonly strategy?: { readonly type?: string };
  readonly template?: PodTemplate;
  readonly jobTemplate?: { readonly spec: WorkloadSpec };
  readonly volumeClaimTemplates?: readonly { readonly spec: ClaimSpec }[];
}

/** The part of a claim's spec that is read here. */
export interface ClaimSpec {
  readonly resources: { readonly requests: { readonly storage: Storage } };
}

interface PodTemplate {
  readonly spec: { readonly containers: readonly JsonMap[]; readonly initContainers?: readonly JsonMap[] };
}

// WHERE A NEW WORKLOAD GOES: its kind, and how many pods it has at most.
const counts: Readonly<Record<string, (spec: WorkloadSpec, cluster: Cluster) => number>> = {
  Deployment: ({ replicas = 1, strategy }) => replicas + (strategy?.type === 'Recreate' ? 0 : 1),
  StatefulSet: ({ replicas = 1 }) => replicas,
  DaemonSet: (_, { nodes }) => nodes.reduce((sum, { count }) => sum + count, 0),
  Job: ({ parallelism = 1 }) => parallelism,
  CronJob: ({ jobTemplate }) => jobTemplate?.spec.parallelism ?? 1,
};

function podSet(spec: WorkloadSpec, pods: number): PodSet {
  const template = spec.template ?? spec.jobTemplate?.spec.template;
  const { containers = [], initContainers = [] } = template?.spec ?? {};
  const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
  const before = initContainers.filter(({ restartPolicy }) => restartPolicy !== 'Always');
  return {
    pods,
    containers: [...containers, ...initContainers],
    // Containers that run first are gone when the others start, so only the larger of the two counts.
    perPod: largestOf([sumOf([...containers, ...sidecars].map(amountsOf)), ...before.map(amountsOf)]),
    claims: (spec.volumeClaimTemplates ?? []).map(claim => mebibytes(claim.spec.resources.requests.storage)),
  };
}
