import type { Construct } from 'constructs';
import { checkCapacity } from './check-capacity.ts';
import { checkContainers } from './check-containers.ts';
import { checkEntries } from './check-entries.ts';
import { checkMounts } from './check-mounts.ts';
import { checkScaling } from './check-scaling.ts';
import { checkScheduling } from './check-scheduling.ts';
import { checkSizing } from './check-sizing.ts';
import { checkSpread } from './check-spread.ts';
import { podForms } from './pod-forms.ts';
import type { PodProps } from './pod-props.ts';
import { clashesWithSettings, withSettings } from './pod-settings.ts';
import { holdsForm, refuse } from './refuse.ts';
import type { Scaling } from './sizing.ts';

/** Refuses every prop of a workload's pods that a cluster would not take, or that could not work there. */
export function checkPods(scope: Construct, own: PodProps, scaling: Scaling = {}): void {
  const isSound = Object.entries(podForms)
    .map(([field, form]) => holdsForm(scope, field, own[field as keyof typeof podForms], form))
    .every(Boolean);
  const props = isSound ? withSettings(scope, own) : { sizing: own.sizing };
  const canCount = [checkSizing(scope, own.sizing), checkScaling(scope, scaling)].every(Boolean);
  if (canCount) checkCapacity(scope, props, scaling);
  if (!isSound) return;

  for (const name of clashesWithSettings(scope, own)) {
    refuse(scope, 'duplicate', `'pods.${name}' is there already by the service's own code, it must have another name`);
  }
  checkContainers(scope, props);
  checkMounts(scope, props);
  checkScheduling(scope, props);
  checkEntries(scope, props);
  checkSpread(scope, props.spread);
}
