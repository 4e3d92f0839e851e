import type { Probes } from './probe.ts';

/** Why nothing is asked of a container: it says nothing of itself, and ends when it is broken. */
export interface NoProbes {
  /** The reason, which people review. */
  readonly none: string;
}

interface Probed {
  readonly probes?: Probes | NoProbes;
}

/** The probes of a container that has some. */
export function probesOf({ probes }: Probed): Probes | undefined {
  return probes && !('none' in probes) ? probes : undefined;
}

/** The annotation that keeps the rule on probes from the workload of a container that has a reason for none. */
export function exemptFromProbes({ probes }: Probed): Record<string, string> | undefined {
  return probes && 'none' in probes ? { 'plainsail.dev/exempt.container-probes': probes.none } : undefined;
}
