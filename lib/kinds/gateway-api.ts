import type { Kind } from './kind.ts';

/** Kinds of the Gateway API. */
export const gatewayApiKinds: readonly Kind[] = [
  { group: 'gateway.networking.k8s.io', kind: 'GatewayClass', versions: [], scope: 'cluster', health: 'built-in' },
];
