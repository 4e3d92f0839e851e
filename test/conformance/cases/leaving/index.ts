import { Rows } from '../../argocd/rows.ts';
import type { World } from '../../argocd/running-platform.ts';
import type { Case } from '../case.ts';
import { removesCluster } from './cluster.ts';
import { movesComponents, renamesComponent } from './component.ts';
import { removesEnvironment } from './environment.ts';

let rows: Rows | undefined;

/** Goes on from where the one before it ended: what left does not come back. */
function goesOn(title: string, run: (world: World, rows: Rows) => Promise<readonly string[]>): Case {
  return { title, run: world => run(world, (rows ??= new Rows(world))) };
}

/** What leaves for good, in the order of its size. Each starts where the one before it ended. */
export const departures: readonly Case[] = [
  goesOn('a component that is renamed leaves in two commits', renamesComponent),
  goesOn('components that move to another cluster, and to none, leave theirs in two commits', movesComponents),
  goesOn('an environment leaves in two commits, its data when a person says so', removesEnvironment),
  goesOn('a cluster leaves in two commits, what it has once when a person takes it down', removesCluster),
];
