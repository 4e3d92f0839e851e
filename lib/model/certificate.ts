import { textsAt } from '../yaml/json-path.ts';
import type { Manifest } from './manifest.ts';

/** The annotation by which cert-manager makes the certificate of an Ingress. */
export const issuerAnnotation = 'cert-manager.io/cluster-issuer';

/** Whether cert-manager makes the certificates of an Ingress. */
export function isCertified(ingress: Manifest): boolean {
  const annotations = textsAt(ingress, 'metadata', 'annotations');
  return [issuerAnnotation, 'cert-manager.io/issuer'].some(key => annotations[key] !== undefined);
}
