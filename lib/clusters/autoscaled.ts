import { groupOf } from '../model/manifest.ts';
import { isMap } from '../yaml/json.ts';
import type { Manifest } from '../model/manifest.ts';

/** A workload whose number of pods an autoscaler decides. */
export interface Autoscaled {
  readonly group: string;
  readonly kind: string;
  readonly name: string;

  /** The most pods it may have. */
  readonly max: number;
}

/** Every workload among some objects that another of them scales. */
export function autoscaled(manifests: readonly Manifest[]): Autoscaled[] {
  return manifests.flatMap(manifest => {
    const read = readers.get(`${groupOf(manifest)}/${manifest.kind}`);
    return read && isMap(manifest.spec) ? [read(manifest.spec as unknown as ScalerSpec)] : [];
  });
}

/** The part of an autoscaler's spec that is read here. */
interface ScalerSpec {
  readonly scaleTargetRef: { readonly apiVersion?: string; readonly kind?: string; readonly name: string };
  readonly maxReplicas?: number;
  readonly maxReplicaCount?: number;
}

// WHERE A NEW AUTOSCALER GOES: its group and kind, and where it keeps the most pods it may start.
const readers: ReadonlyMap<string, (spec: ScalerSpec) => Autoscaled> = new Map([
  ['autoscaling/HorizontalPodAutoscaler', (spec: ScalerSpec) => target(spec, spec.maxReplicas ?? 1)],
  ['keda.sh/ScaledObject', (spec: ScalerSpec) => target(spec, spec.maxReplicaCount ?? 100)], // KEDA's own default
]);

function target({ scaleTargetRef }: ScalerSpec, max: number): Autoscaled {
  const { apiVersion = 'apps/v1', kind = 'Deployment', name } = scaleTargetRef;
  return { group: apiVersion.includes('/') ? apiVersion.split('/')[0]! : '', kind, name, max };
}
