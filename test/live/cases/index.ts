import type { LiveCase } from './live-case.ts';
import { noWayOut } from './no-way-out.ts';
import { packets } from './packets.ts';
import { podsReady } from './pods-ready.ts';
import { scrapesUp } from './scrapes-up.ts';

/** What every run tries. */
export const cases: readonly LiveCase[] = [podsReady, scrapesUp, packets, noWayOut];

/** Cases that take longer. */
export const nightly: readonly LiveCase[] = [];
