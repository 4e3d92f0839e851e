import type { Tenant } from '../../../lib/model/tenant.ts';

/** WHERE A TENANT IS DEFINED: teams that share the inference platform, a row each. */
export const tenants = [
  { name: 'tenant-a', quota: { cpu: '2', memory: '4Gi' } },
  { name: 'tenant-b', quota: { cpu: '2', memory: '4Gi' } },
] as const satisfies readonly Tenant[];
