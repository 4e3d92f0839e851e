import type { Tenant } from '../../../lib/model/tenant.ts';

/** WHERE A TENANT IS DEFINED: teams that share the inference platform. */
export const tenants: readonly Tenant[] = [
  { name: 'tenant-a', quota: { cpu: '2', memory: '4Gi' } },
  { name: 'tenant-b', quota: { cpu: '2', memory: '4Gi' } },
];
