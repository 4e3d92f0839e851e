import type { Cluster } from '../../model/cluster.ts';
import type { Manifest } from '../../model/manifest.ts';
import type { JsonMap } from '../../yaml/json.ts';
import type { ClaimedDisk } from './claimed-disk.ts';

/** How the objects of a kind come to have pods. */
export interface PodMaker {
  /**
   * Who decides what the pods are. Those made `by-template` are written out in the object, so rules may ask all of
   * them. Of those made `by-operator` only that is known which the object states: their probes, their security and
   * their volumes are the operator's, while their resources, and an image where one is stated, are ours to judge.
   */
  readonly made: 'by-template' | 'by-operator';

  /** Whether the pods run until somebody stops them. Those of a Job end with their work. */
  readonly serves: boolean;

  /** The pods of one object, each sort of them once. The object may be wrong in any way. */
  of(manifest: Manifest): readonly Pods[];
}

/** Pods that are all alike. */
export interface Pods {
  /** What messages call them: `entity operator`. @default - the object makes no others, so its own name will do */
  readonly title?: string;

  /** Labels and annotations. */
  readonly metadata: JsonMap;

  /** A pod's spec, or as much of it as is known. */
  readonly spec: JsonMap;

  /** The claims that are made for each pod, and that its successor takes over. */
  readonly claims: readonly ClaimedDisk[];

  /** The claims that come and go with each pod. @default - none */
  readonly ownClaims?: readonly ClaimedDisk[];

  /**
   * How many a quota counts at the same time at most: those too many during a rollout, and those that are ending or have
   * just ended, because a quota counts a pod until some time after it is gone.
   *
   * @param scaled the most that an autoscaler asks for, where there is one
   */
  most(cluster: Cluster, scaled?: number): number;

  /** How many run at full scale while nothing is rolled out. @default - as many as at most */
  running?(cluster: Cluster, scaled?: number): number;
}
