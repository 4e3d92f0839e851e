import type { World } from '../argocd/running-platform.ts';
import type { TieredCase } from './tiers.ts';

/** Something that the running platform must do. It starts and ends with all Synced and Healthy. */
export type Case = TieredCase<World>;
