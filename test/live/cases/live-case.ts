import type { TieredCase } from '../../conformance/cases/tiers.ts';
import type { LivePlatform } from '../live-platform.ts';

/** Something that the platform must do on real nodes. It starts and ends with all Synced and Healthy. */
export type LiveCase = TieredCase<LivePlatform>;
