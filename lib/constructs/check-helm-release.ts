import type { Construct } from 'constructs';
import { sizeFaults, sizingOf } from '../model/chart-sizes.ts';
import type { ChartPods } from '../model/chart-pods.ts';
import { checkCapacity } from './check-capacity.ts';
import { checkEntries } from './check-entries.ts';
import { askerOf, ComponentChart } from './component-chart.ts';
import { helmReleaseForm } from './helm-release-forms.ts';
import type { HelmReleaseProps } from './helm-release-props.ts';
import { holdsForm, refuse } from './refuse.ts';

/** The group of each sort of workload. */
const groups = { Deployment: 'apps', StatefulSet: 'apps', DaemonSet: 'apps', Job: 'batch' } as const;

/**
 * Refuses what a chart could not be delivered with, and what it brings that no node can hold.
 *
 * @returns whether it can be asked for
 */
export function checkHelmRelease(scope: Construct, props: HelmReleaseProps): boolean {
  if (!holdsForm(scope, '', props, helmReleaseForm)) return false;
  checkKinds(scope, props);
  checkService(scope);
  for (const pods of props.pods) checkPods(scope, pods);
  checkEntries(scope, { env: Object.fromEntries((props.secrets ?? []).map((ref, index) => [String(index), ref])) });
  return true;
}

/** What a row says in one place must agree with what it says in another. */
function checkKinds(scope: Construct, { kinds, pods, clusterKinds = {} }: HelmReleaseProps): void {
  const { component, service } = askerOf(scope);
  const offers = ComponentChart.of(scope).surroundings.endpointsOf(component, service);
  const needed = [
    ...pods.map(({ workload, name }) => ({ kind: `${groups[workload]}/${workload}`, why: `'pods' have '${name}'` })),
    ...(offers.length > 0 ? [{ kind: '/Service', why: 'it offers endpoints' }] : []),
  ];
  for (const { kind, why } of needed.filter(each => !kinds.includes(each.kind))) {
    refuse(scope, 'conflict', `'kinds' must hold '${kind}', because ${why}`);
  }
  for (const kind of kinds.filter(each => Object.hasOwn(clusterKinds, each))) {
    refuse(scope, 'conflict', `'kinds' and 'clusterKinds' both hold '${kind}', it must be in one of them`);
  }
}

/** Policies find pods by labels, and those of a chart are its own. */
function checkService(scope: Construct): void {
  const { surroundings } = ComponentChart.of(scope);
  const { component, service } = askerOf(scope);
  const labels = surroundings.platform.components[component]?.services[service]?.pods;
  if (labels && Object.keys(labels).length > 0) return;
  refuse(
    scope,
    'missing',
    "'pods' of the service is missing, it must be the labels by which the chart's pods are found",
  );
}

function checkPods(scope: Construct, pods: ChartPods): void {
  const faults = sizeFaults(pods);
  for (const fault of faults) refuse(scope, 'conflict', fault);
  if (faults.length === 0 && pods.workload !== 'DaemonSet')
    checkCapacity(scope, { sizing: sizingOf(pods) }, { replicas: pods.replicas });
}
