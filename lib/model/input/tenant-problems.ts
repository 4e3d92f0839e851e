import type { Mistake } from '../mistake.ts';
import type { Tenant } from '../tenant.ts';
import { duplicateProblems, nameProblems } from './names.ts';
import { unitProblems } from './amount-problems.ts';

const where = 'overlays/tenants.ts';

/** Mistakes in the table of tenants. */
export function tenantProblems(tenants: readonly Tenant[]): Mistake[] {
  return [
    ...duplicateProblems(
      where,
      tenants.map(({ name }) => name),
    ),
    ...tenants.flatMap(({ name, quota }) => [
      ...nameProblems(where, name),
      ...unitProblems(`${where}: '${name}'`, { cpu: quota?.cpu, memory: quota?.memory }),
    ]),
  ];
}
