import { namespaceOf } from '../model/manifest.ts';
import type { Manifest } from '../model/manifest.ts';
import { textAt } from '../yaml/json-path.ts';

/** A workload whose number of pods an autoscaler decides. It is in the autoscaler's namespace. */
export interface Scaling {
  readonly group: string;
  readonly kind: string;
  readonly name: string;

  /** The fewest pods and the most that it may have. */
  readonly least: number;
  readonly most: number;
}

/** What the field `scaleTargetRef` names. KEDA takes a Deployment where nothing is said. */
export function scaleTarget(scaler: Manifest, least: number, most: number): Scaling {
  const apiVersion = textAt(scaler, 'spec', 'scaleTargetRef', 'apiVersion') ?? 'apps/v1';
  return {
    group: apiVersion.includes('/') ? apiVersion.split('/')[0]! : '',
    kind: textAt(scaler, 'spec', 'scaleTargetRef', 'kind') ?? 'Deployment',
    name: textAt(scaler, 'spec', 'scaleTargetRef', 'name') ?? '',
    least,
    most,
  };
}

/** Identity of the workload whose pods an autoscaler numbers. */
export function scaledIdentity(scaler: Manifest, { group, kind, name }: Scaling): string {
  return [group, kind, namespaceOf(scaler) ?? '', name].join('/');
}
