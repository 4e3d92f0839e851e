import { namespaceOf } from '../../model/manifest.ts';
import type { Manifest } from '../../model/manifest.ts';
import { textAt } from '../json-path.ts';

/** Kinds that decide how many pods a workload has. */
export const scalerKinds: readonly string[] = ['HorizontalPodAutoscaler', 'ScaledObject'];

/** Identity of the workload that a scaler scales; KEDA takes a Deployment where nothing is said. */
export function targetOf(scaler: Manifest): string {
  const apiVersion = textAt(scaler, 'spec', 'scaleTargetRef', 'apiVersion') ?? 'apps/v1';
  const kind = textAt(scaler, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment';
  const name = textAt(scaler, 'spec', 'scaleTargetRef', 'name') ?? '';
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0]! : '';
  return [group, kind, namespaceOf(scaler) ?? '', name].join('/');
}
