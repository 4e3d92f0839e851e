import type { Construct } from 'constructs';
import { checkCapacity } from './check-capacity.ts';
import { checkEntry } from './check-entry.ts';
import { checkScaling } from './check-scaling.ts';
import { checkSizing } from './check-sizing.ts';
import { podForms } from './pod-forms.ts';
import type { PodProps } from './pod-props.ts';
import { holdsForm, refuse } from './refuse.ts';
import type { Scaling } from './sizing.ts';
import { mountsOf } from './volumes.ts';

/** Refuses every prop of a workload's pods that a cluster would not take, or that could not work there. */
export function checkPods(scope: Construct, props: PodProps, scaling: Scaling = {}): void {
  const sound = Object.entries(podForms).map(([field, form]) =>
    holdsForm(scope, field, props[field as keyof typeof podForms], form),
  );
  const canCount = [checkSizing(scope, props.sizing), checkScaling(scope, scaling)];
  if (canCount.every(Boolean)) checkCapacity(scope, props.sizing, scaling);
  if (!sound.every(Boolean)) return;

  checkMounts(scope, props);
  for (const value of Object.values(props.env ?? {})) {
    if (typeof value !== 'string') checkEntry(scope, value);
  }
}

function checkMounts(scope: Construct, props: PodProps): void {
  const paths = mountsOf(scope, props).map(({ mountPath }) => mountPath);
  for (const path of new Set(paths.filter((each, index) => paths.indexOf(each) !== index))) {
    refuse(scope, 'duplicate', `'${path}' is mounted twice, each folder must have one volume`);
  }
}
