import { access } from './access.ts';
import { approval } from './approval.ts';
import { autoscaler } from './autoscaler.ts';
import { brokenCommit } from './broken-commit.ts';
import type { World } from '../argocd/running-platform.ts';
import type { Case } from './case.ts';
import type { Tiers } from './tiers.ts';
import { statefulDeletion, statelessDeletion } from './deletion.ts';
import { droppedKey } from './dropped-key.ts';
import { emptyRender } from './empty-render.ts';
import { endlessFailure } from './endless-failure.ts';
import { endlessProgress } from './endless-progress.ts';
import { guards } from './guards.ts';
import { idempotence } from './idempotence.ts';
import { inventory } from './inventory.ts';
import { departures } from './leaving/index.ts';
import { renamedService } from './leaving/service.ts';
import { manual } from './manual.ts';
import { missingCredentials } from './missing-credentials.ts';
import { order } from './order.ts';
import { outage } from './outage.ts';
import { projects } from './projects.ts';
import { prune } from './prune.ts';
import { refusedCommit } from './refused-commit.ts';
import { rootCascade, rootDeletion } from './root-deletion.ts';
import { selfHeal } from './self-heal.ts';
import { sharedResource } from './shared-resource.ts';
import { upgrade } from './upgrade.ts';

/**
 * WHAT RUNS WHEN: tried by every run. The first three look at what the bootstrap left; the others follow in any order.
 */
const always: readonly Case[] = [
  order,
  inventory,
  idempotence,
  access,
  droppedKey,
  selfHeal,
  autoscaler,
  prune,
  guards,
  approval,
  projects,
  brokenCommit,
  refusedCommit,
  emptyRender,
  sharedResource,
  rootCascade,
  missingCredentials,
  upgrade,
];

/** Tried at night: cases that take longer. After the last of them the platform is another one. */
const nightly: readonly Case[] = [
  endlessFailure,
  endlessProgress,
  statelessDeletion,
  statefulDeletion,
  rootDeletion,
  manual,
  outage,
  renamedService,
  ...departures,
];

export const tiers: Tiers<World> = { always, nightly, suite: 'npm run conformance' };
