import type { ISyncPolicy } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/SyncPolicy';
import type { Cluster } from '../model/cluster.ts';

/** What differs between the ways in which Applications are synced. */
export interface SyncChoices {
  /** Whether a merged commit is applied without a person. @default true */
  readonly automated?: boolean;

  /** Whether objects that are gone from git go from the cluster. @default true */
  readonly prune?: boolean;

  /** How often a failed sync is tried again; below zero, for ever. */
  readonly retries: number;

  /** Further options, beside those that all Applications have. @default - none */
  readonly options?: readonly string[];
}

/** Retries of what must never be given up. */
export const forever = -1;

/**
 * Retries of what a cluster receives. After its last try a commit is never tried again, so a cluster that may be
 * out of reach for hours is tried for ever.
 */
export function retriesOn({ argocdName }: Cluster): number {
  return argocdName === 'in-cluster' ? 5 : forever;
}

/** How an Application is brought to what git says. */
export function syncPolicy({ automated = true, prune = true, retries, options = [] }: SyncChoices): ISyncPolicy {
  return {
    // Also where there is data: what holds it is guarded, object by object, and nothing else stays for ever.
    // What is false is left out: Argo CD drops it whenever it starts a sync, and the root would put it back each time.
    automated: { enabled: automated, ...(prune && { prune }), selfHeal: true },
    retry: { limit: retries, refresh: true, backoff: { duration: '10s', factor: 2, maxDuration: '5m' } },
    syncOptions: [
      'ServerSideApply=true',
      'ApplyOutOfSyncOnly=true',
      'PruneLast=true',
      'RespectIgnoreDifferences=true', // else each sync would write back the number of pods an autoscaler chose
      'FailOnSharedResource=true',
      ...options,
    ],
  };
}
