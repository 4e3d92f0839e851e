import type { LiveCase } from './live-case.ts';
import { podsReady } from './pods-ready.ts';

/** What every run tries. */
export const cases: readonly LiveCase[] = [podsReady];

/** Cases that take longer. */
export const nightly: readonly LiveCase[] = [];
