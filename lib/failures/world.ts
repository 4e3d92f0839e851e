import { emitterOfJob } from '../checks/queries/emitted.ts';
import { seriesOf as namesOf } from '../model/metric.ts';
import type { Emitter } from '../model/metric.ts';
import type { OwnSeries } from '../model/symptoms.ts';
import { at, listAt, textAt } from '../yaml/json-path.ts';
import { relabelled } from './relabel.ts';
import type { Scene } from './scene.ts';
import { appearing, seriesOf } from './series.ts';
import type { Labels, Series } from './series.ts';
import { serversOf } from './servers.ts';
import type { Server } from './servers.ts';
import { targetsOf } from './targets.ts';
import type { Target } from './targets.ts';
import { nodeSeries } from './well/nodes.ts';
import { objectSeries } from './well/objects.ts';
import { toolSeries } from './well/tools.ts';

/** A stored series, and all that it came through: who read it, and who took it over. */
export interface Stored {
  readonly series: Series;
  readonly through: readonly Target[];
}

/** What the server that judges rules has stored of an environment while all is well. */
export interface World {
  readonly scene: Scene;
  readonly servers: readonly Server[];
  readonly targets: readonly Target[];
  readonly stored: readonly Stored[];
}

/** Undefined where no server judges rules: then nothing is watched. */
export function worldOf(scene: Scene): World | undefined {
  const servers = serversOf(scene);
  const judge = servers.find(({ judges }) => judges);
  if (!judge) return undefined;
  const targets = servers.flatMap(server => targetsOf(server, servers, scene));
  return { scene, servers, targets, stored: storedBy(judge, targets, scene) };
}

function storedBy(server: Server, targets: readonly Target[], scene: Scene): Stored[] {
  return targets
    .filter(target => target.server === server)
    .flatMap((target): Stored[] => [
      { series: seriesOf({ metric: 'up', labels: target.labels, value: 1 }), through: [target] },
      ...handedBy(target, targets, scene),
      ...emittedBy(target, scene).flatMap(own => storedAs(own, target)),
    ]);
}

/** What another server hands over: the series of the jobs that it is asked for, with the labels that it gave them. */
function handedBy(target: Target, targets: readonly Target[], scene: Scene): Stored[] {
  const wanted = listAt(target.job, 'params', 'match[]').map(match => /^\{job="(.*)"\}$/.exec(String(match))![1]!);
  if (wanted.length === 0) return [];
  const other = targets.find(({ server: { component, service } }) => {
    return target.by?.component === component && target.by.service === service;
  })?.server;
  if (!other) return [];
  return storedBy(other, targets, scene)
    .filter(({ series }) => wanted.includes(series.labels['job']!))
    .map(({ series, through }) => ({
      series: { ...series, labels: { ...target.labels, ...series.labels } },
      through: [...through, target],
    }));
}

/** What a program would be stored as; nothing where that is not stored. */
export function storedAs(own: OwnSeries, target: Target): Stored[] {
  const labels = storedLabels(own.metric, own.labels ?? {}, target);
  return labels ? [{ series: seriesOf({ ...own, labels }), through: [target] }] : [];
}

/** A series that is there only once something is broken, as it would be stored; nothing where it would not be. */
export function appearingAt(world: World, target: Target, own: OwnSeries): Series[] {
  const { metric, labels = {}, value, perMinute } = own;
  const emitter = emitterOf(world, target);
  if (emitter?.emitsTooMuch && !namesOf(emitter).includes(metric)) return [];
  const stored = storedLabels(metric, labels, target);
  return stored ? [appearing(metric, stored, value, perMinute)] : [];
}

/** What is known of the program that answers. */
export function emitterOf({ scene }: Pick<World, 'scene'>, { labels }: Target): Emitter | undefined {
  return emitterOfJob(scene.platform).get(labels['job']!);
}

function storedLabels(metric: string, own: Labels, target: Target): Labels | undefined {
  const { job, labels } = target;
  const wins = job['honor_labels'] === true;
  const others = wins
    ? own
    : Object.fromEntries(
        Object.entries(own).map(([label, value]) => [label in labels ? `exported_${label}` : label, value]),
      );
  const merged = relabelled({ ...labels, ...others, __name__: metric }, listAt(job, 'metric_relabel_configs'));
  if (!merged) return undefined;
  const { __name__: _, ...stored } = merged;
  return stored;
}

function emittedBy(target: Target, scene: Scene): readonly OwnSeries[] {
  const { api = false, job, by, node, server } = target;
  const near = scene.pods.filter(({ cluster }) => cluster === server.cluster);
  if (api) return apiSeries;
  if (node !== undefined) return nodeSeries(node, textAt(job, 'metrics_path') ?? '/metrics', near);
  const row = by && scene.platform.components[by.component]?.services[by.service];
  if (at(job, 'params', 'match[]') !== undefined) return [];
  if (by && !row) {
    const own = new Set(namesOf(emitterOf({ scene }, target) ?? { metrics: {} }));
    return toolSeries(scene, server.cluster.name).filter(({ metric }) => own.has(metric));
  }
  if (row?.emits?.speaksForOthers !== true) return row?.symptoms?.well ?? [];
  const told = new Set(namesOf(row.emits));
  return objectSeries(near).filter(({ metric }) => told.has(metric));
}

/** What an API server says of itself. */
const apiSeries: readonly OwnSeries[] = [
  { metric: 'apiserver_request_total', labels: { code: '200', verb: 'GET' }, value: 1000, perMinute: 600 },
];
