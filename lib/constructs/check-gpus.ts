import type { Construct } from 'constructs';
import type { NodePool } from '../model/cluster.ts';
import { listed } from '../model/input/did-you-mean.ts';
import { quoted } from '../model/input/names.ts';
import { shown } from '../model/input/shown.ts';
import { deviceOf } from '../model/pods/gpus.ts';
import type { GpuPod } from '../model/pods/gpus.ts';
import { refuse } from './refuse.ts';

/**
 * Refuses GPUs that no node of a cluster has, by their name or by their model, before anything is said of labels and
 * taints, which follow from them. The base has no nodes.
 *
 * @returns whether nodes have such GPUs
 */
export function checkGpus(scope: Construct, { gpus }: GpuPod, nodes: readonly NodePool[], cluster: string): boolean {
  if (gpus === undefined || nodes.length === 0) return true;
  const have = `must be what a pool of nodes of cluster '${cluster}' has`;
  const known = unique(nodes.flatMap(({ gpus: theirs }) => (theirs ? [deviceOf(theirs)] : [])));
  const device = deviceOf(gpus);
  if (!known.includes(device)) {
    refuse(scope, 'not-served-here', `'gpus.device' ('${device}') ${have}: ${listed(known, device)}`);
    return false;
  }
  const { model } = gpus;
  const models = unique(
    nodes.flatMap(({ gpus: theirs }) => (theirs?.model && deviceOf(theirs) === device ? [theirs.model] : [])),
  );
  if (model === undefined || models.includes(model)) return true;
  refuse(scope, 'not-served-here', `'gpus.model' (${shown(model)}) ${have}: ${modelsText(models, model)}`);
  return false;
}

/** Models, and the one that was probably meant: people leave its maker out. */
function modelsText(models: readonly string[], written: string): string {
  const whole = models.find(each => each.toLowerCase().endsWith(`-${written.toLowerCase()}`));
  return whole === undefined ? listed(models, written) : `${quoted(models)} (did you mean '${whole}'?)`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
