import type { Construct } from 'constructs';
import { fields } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';
import { shown } from '../model/input/shown.ts';
import { checkKeda } from './keda/check-keda.ts';
import { holdsForm, refuse } from './refuse.ts';
import { scalingPaceForm } from './scaling-pace.ts';
import { mostPods } from './sizing.ts';
import type { Autoscaling, Scaling } from './sizing.ts';

const autoscalingForm = fields<Autoscaling>({
  min: whole(1, mostPods),
  max: whole(1, mostPods),
  cpuPercent: whole(1, 100),
  pace: optional(scalingPaceForm),
  memoryPercent: optional(whole(1, 100)),
});

/**
 * Refuses numbers of pods that are none, or that disagree.
 *
 * @returns whether they can be counted with
 */
export function checkScaling(scope: Construct, { replicas, autoscaling, keda }: Scaling): boolean {
  const sound = replicas === undefined || holdsForm(scope, 'replicas', replicas, whole(1, mostPods));
  const decider = autoscaling === undefined ? 'keda' : 'autoscaling';
  if (replicas !== undefined && (autoscaling ?? keda) !== undefined) {
    refuse(scope, 'conflict', `'replicas' (${shown(replicas)}) must be left out, because '${decider}' decides it`);
  }
  if (autoscaling !== undefined && keda !== undefined) {
    refuse(scope, 'conflict', "'autoscaling' must be left out, because 'keda' decides the number of pods");
  }
  if (keda !== undefined) return checkKeda(scope, keda) && sound;
  if (autoscaling === undefined) return sound;
  if (!holdsForm(scope, 'autoscaling', autoscaling, autoscalingForm)) return false;
  const { min, max } = autoscaling;
  if (max < min) {
    refuse(scope, 'conflict', `'autoscaling.max' (${max}) must be at least 'autoscaling.min' (${min})`);
  }
  return sound;
}
