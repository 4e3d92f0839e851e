import type { Construct } from 'constructs';
import { entryFault } from '../model/secret-ref.ts';
import type { SecretRef } from '../model/secret-ref.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkScaling } from './check-scaling.ts';
import { checkSizing } from './check-sizing.ts';
import { ComponentChart } from './component-chart.ts';
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

/** Each environment has its own entries in Secret Manager. */
function checkEntry(scope: Construct, ref: SecretRef): void {
  const { component, surroundings } = ComponentChart.of(scope);
  if (!surroundings.environment) return;
  const fault = entryFault(ref, [surroundings.environment.name, component]);
  if (fault !== undefined) refuse(scope, 'malformed', `Secret '${ref.secret}': ${fault}`);
}
