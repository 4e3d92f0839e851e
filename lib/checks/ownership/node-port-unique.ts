import type { Manifest } from '../../model/manifest.ts';
import { isNodePort, nodePortRange } from '../../model/node-port.ts';
import { grouped } from '../../model/grouped.ts';
import { at, listAt } from '../../yaml/json-path.ts';
import type { World } from '../world.ts';
import type { ObjectRule } from '../rule.ts';

export const nodePortUnique: ObjectRule = {
  id: 'node-port-unique',
  why: 'A node port belongs to a whole cluster: the API server refuses the second Service that asks for it.',
  fix: 'Give the endpoint another node port where its service offers it, or publish it in argocd/clusters.ts.',
  kinds: ['Service'],

  check: (manifest, { unit, world }) => {
    const cluster = `cluster '${unit.cluster}'`;
    const published = world.facts.platform.clusters.find(({ name }) => name === unit.cluster)?.publishedNodePorts;
    return nodePortsOf(manifest).flatMap(port => {
      const users = world.once(usersOfNodePorts).get(`${unit.cluster} ${port}`)!;
      const about = `asks for node port ${port}, which`;
      if (!isNodePort(port)) return [`${about} must be from ${nodePortRange.first} to ${nodePortRange.last}`];
      if (published && !published.includes(port)) return [`${about} ${cluster} does not publish`];
      return users.length > 1 ? [`${about} ${users.length} Services of ${cluster} ask for`] : [];
    });
  },
};

function usersOfNodePorts(world: World): ReadonlyMap<string, readonly string[]> {
  const users = world
    .subjects(['Service'])
    .flatMap(({ manifest, unit }) => nodePortsOf(manifest).map(port => `${unit.cluster} ${port}`));
  return grouped(users, user => user);
}

function nodePortsOf(service: Manifest): number[] {
  return listAt(service, 'spec', 'ports')
    .map(port => at(port, 'nodePort'))
    .filter(port => typeof port === 'number');
}
