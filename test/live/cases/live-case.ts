import type { LivePlatform } from '../live-platform.ts';

/** Something that the platform must do on real nodes. It starts and ends with all Synced and Healthy. */
export interface LiveCase {
  readonly title: string;

  /** Returns what it saw. @throws Error that says what was other than expected */
  readonly run: (platform: LivePlatform) => Promise<readonly string[]>;
}
