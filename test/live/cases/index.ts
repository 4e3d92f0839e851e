import type { Tiers } from '../../conformance/cases/tiers.ts';
import type { LivePlatform } from '../live-platform.ts';
import { autoscaling } from './autoscaling.ts';
import { badImage } from './bad-image.ts';
import { cutLink } from './cut-link.ts';
import { fullRollout } from './full-rollout.ts';
import type { LiveCase } from './live-case.ts';
import { liveness } from './liveness.ts';
import { memory } from './memory.ts';
import { noWayOut } from './no-way-out.ts';
import { nodeLoss } from './node-loss.ts';
import { packets } from './packets.ts';
import { podsReady } from './pods-ready.ts';
import { promotion } from './promotion.ts';
import { renewal } from './renewal.ts';
import { rollout } from './rollout.ts';
import { scrapesUp } from './scrapes-up.ts';
import { secrets } from './secrets.ts';
import { severities } from './severities.ts';
import { sideBySide } from './side-by-side.ts';
import { tenantScaling } from './tenant-scaling.ts';
import { tenantsApart } from './tenants-apart.ts';
import { tickets } from './tickets.ts';
import { tracking } from './tracking.ts';
import { wayIn } from './way-in.ts';

/** What every run tries. */
const always: readonly LiveCase[] = [podsReady, scrapesUp, packets, tenantsApart, wayIn, tickets, noWayOut];

/** Cases that take longer. */
const nightly: readonly LiveCase[] = [
  sideBySide,
  tracking,
  promotion,
  secrets,
  renewal,
  rollout,
  severities,
  memory,
  liveness,
  badImage,
  fullRollout,
  autoscaling,
  tenantScaling,
  cutLink,
  nodeLoss,
];

export const tiers: Tiers<LivePlatform> = { always, nightly, suite: 'npm run live' };
