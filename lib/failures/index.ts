import type { Broken, FailureRow } from './row.ts';
import { fullClaims } from './rows/claims.ts';
import { failingApis, links, untoldContainers, untoldObjects } from './rows/clusters.ts';
import { flows } from './rows/flows.ts';
import { memory } from './rows/memory.ts';
import { deadNodes, fullDisks, fullMemories } from './rows/nodes.ts';
import { rollouts } from './rows/rollouts.ts';
import { scrapes } from './rows/scrapes.ts';
import { services } from './rows/services.ts';
import {
  connections,
  endingCertificates,
  endingTokens,
  healths,
  missingCertificates,
  secrets,
  syncs,
} from './rows/tools.ts';
import { workloads } from './rows/workloads.ts';
import { scenesOf } from './scene.ts';
import type { Whole } from './scene.ts';
import { worldOf } from './world.ts';
import type { World } from './world.ts';

/** WHERE A WAY OF FAILING GOES: a row that breaks each declared thing of a sort once, as its programs would show it. */
export const failureRows: readonly FailureRow[] = [
  scrapes,
  flows,
  workloads,
  memory,
  rollouts,
  services,
  fullClaims,
  fullDisks,
  fullMemories,
  deadNodes,
  links,
  failingApis,
  untoldObjects,
  untoldContainers,
  syncs,
  healths,
  connections,
  endingCertificates,
  endingTokens,
  missingCertificates,
  secrets,
];

/** One failure of one environment. */
export interface EnvironmentFailure extends Broken {
  readonly environment: string;
  readonly title: string;
}

/** An environment that watches itself, and all that can fail in it. */
export interface Watched {
  readonly world: World;
  readonly failures: readonly EnvironmentFailure[];
}

/** Every environment in which a server judges rules, with every failure of every declared thing. */
export function watchedBy(whole: Whole): Watched[] {
  return scenesOf(whole).flatMap(scene => {
    const world = worldOf(scene);
    const { name: environment } = scene.environment.environment;
    if (!world) return [];
    const failures = failureRows.flatMap(({ title, of }) => of(world).map(each => ({ ...each, environment, title })));
    return [{ world, failures }];
  });
}
