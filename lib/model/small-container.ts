import type { Cpu, Memory } from './amounts.ts';

/** What a container gets that states nothing: each namespace's LimitRange fills it in, resource by resource. */
export const smallContainer = {
  requests: { 'cpu': '10m', 'memory': '64Mi', 'ephemeral-storage': '16Mi' },
  limits: { 'cpu': '100m', 'memory': '128Mi', 'ephemeral-storage': '64Mi' },
} as const satisfies Record<'requests' | 'limits', Record<string, Cpu | Memory>>;
