import type { Manifest } from '../../model/manifest.ts';
import { at } from '../json-path.ts';

/** Fields that API servers ask for although the schemas of their kinds do not, by kind. */
const alsoRequired: Readonly<Record<string, readonly string[]>> = {
  'networking.k8s.io/v1 NetworkPolicy': ['spec.podSelector'],
  'policy/v1 PodDisruptionBudget': ['spec.selector'],
  'scheduling.k8s.io/v1 PriorityClass': ['value'],
  'v1 PersistentVolumeClaim': ['spec.accessModes', 'spec.resources.requests.storage'],
  'v1 Service': ['spec.ports'],
};

/** A sentence for each of these fields that an object lacks. */
export function missingFields(manifest: Manifest): string[] {
  const fields = alsoRequired[`${manifest.apiVersion} ${manifest.kind}`] ?? [];
  return fields.filter(field => at(manifest, ...field.split('.')) === undefined).map(field => `${field} is missing`);
}
