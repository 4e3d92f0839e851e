import type { Sidecar } from '../model/pods/container.ts';
import type { PodProps } from './pod-props.ts';

/** Whether a sidecar is an init container that stays. A pod without probes ends by itself, once its containers have. */
export function startsFirst({ startsFirst: said = false }: Sidecar, { probes }: Pick<PodProps, 'probes'>): boolean {
  return said || probes === undefined;
}
