import type { Pods } from '../../kinds/pods/pods.ts';
import { lackingIn } from '../../kinds/pods/room.ts';
import type { NodePool } from '../../model/cluster.ts';
import { shown } from '../../model/input/shown.ts';
import { poolsFor, unplaceable } from '../../model/pods/pools.ts';
import type { Scheduling } from '../../model/pods/scheduling.ts';
import type { ObjectRule } from '../rule.ts';

export const schedulablePod: ObjectRule = {
  id: 'schedulable-pod',
  why: 'A pod that no node may take, or can hold, waits for ever, and what waits for it waits too.',
  fix: 'Let it ask for labels, taints and amounts that a pool in argocd/clusters.ts has, or state there what one has.',
  exemptible: true,

  check: (manifest, { unit, world }) => {
    const cluster = world.facts.platform.clusters.find(({ name }) => name === unit.cluster);
    return world.kinds.podsOf(manifest).flatMap(pods => problems(pods, cluster?.nodes ?? []));
  },
};

function problems({ title, spec }: Pods, nodes: readonly NodePool[]): string[] {
  const whose = title === undefined ? 'its pods' : `pods of ${title}`;
  const misplaced = unplaceable(spec as Scheduling, nodes);
  if (misplaced) {
    const { field, must } = misplaced;
    return [`no node may take ${whose}: '${field}' (${shown(spec[field] ?? [])}) ${must}`];
  }
  const lacks = poolsFor(spec as Scheduling, nodes).map(pool => ({ pool, lack: lackingIn(pool, spec) }));
  if (lacks.length === 0 || lacks.some(({ lack }) => lack === undefined)) return [];
  return [
    `no node can hold ${whose}: ${lacks.map(({ pool, lack }) => `'${pool.name}' has too little ${lack}`).join(', ')}`,
  ];
}
