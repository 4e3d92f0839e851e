import { silent, storedWith } from '../changes.ts';
import type { FailureRow } from '../row.ts';
import { appearingAt } from '../world.ts';
import { ending } from '../series.ts';

/** The tailnet no longer leads to a cluster. */
export const links: FailureRow = {
  title: 'The link to a cluster is cut',
  of: world => {
    const judge = world.servers.find(({ judges }) => judges)!;
    return world.scene.clusters
      .filter(cluster => cluster !== judge.cluster)
      .map(cluster => ({
        thing: cluster.name,
        changes: silent(
          world,
          world.targets.filter(
            ({ server, labels }) => server === judge && labels['instance']!.startsWith(`${cluster.tailnetHost}:`),
          ),
        ),
      }));
  },
};

/** Every fifth request to an API server fails. */
export const failingApis: FailureRow = {
  title: 'An API server fails',
  of: world =>
    world.targets
      .filter(({ api }) => api)
      .map(target => ({
        thing: target.server.cluster.name,
        changes: appearingAt(world, target, {
          metric: 'apiserver_request_total',
          labels: { code: '500', verb: 'GET' },
          value: 0,
          perMinute: 150,
        }),
      })),
};

/** kube-state-metrics answers, and is told nothing: it started while it might not read, say. */
export const untoldObjects: FailureRow = {
  title: 'The objects of a cluster are not told',
  of: world =>
    world.scene.clusters.map(cluster => ({
      thing: cluster.name,
      changes: world.stored
        .filter(({ series, through }) => series.metric.startsWith('kube_') && through[0]!.server.cluster === cluster)
        .map(({ series }) => ending(series)),
    })),
};

/** Kubelets answer, and say nothing of containers. */
export const untoldContainers: FailureRow = {
  title: 'What containers use is not told',
  of: world =>
    world.scene.clusters.map(cluster => ({
      thing: cluster.name,
      changes: ['container_memory_working_set_bytes', 'container_cpu_usage_seconds_total'].flatMap(metric =>
        storedWith(world, metric, cluster.metricLabels).map(({ series }) => ending(series)),
      ),
    })),
};
