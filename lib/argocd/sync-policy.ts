import type { ISyncPolicy } from '@kubernetes-models/argo-cd/argoproj.io/v1alpha1/SyncPolicy';

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

/**
 * Retries of what lies in git. After its last try a commit is never tried again, whatever kept it out, so there is no last
 * one: each try takes the newest commit, and the next one is five minutes away at most.
 */
export const forever = -1;

/**
 * Retries of a chart, for about forty minutes. Its version and values lie in the Application itself, and Argo CD tries a sync
 * again with those that it began with: tried for ever, a chart that fails would hide the commit that mends it.
 */
export const retriesOfCharts = 12;

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
