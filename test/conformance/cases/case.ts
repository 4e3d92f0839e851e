import type { World } from '../argocd/running-platform.ts';

/** Something that the running platform must do. It starts and ends with all Synced and Healthy. */
export interface Case {
  readonly title: string;

  /** Returns what it saw. @throws Error that says what was other than expected */
  readonly run: (world: World) => Promise<readonly string[]>;
}
