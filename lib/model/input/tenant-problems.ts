import type { Mistake } from '../mistake.ts';
import type { Tenant } from '../tenant.ts';
import { fields } from './collections.ts';
import { forms } from './forms.ts';
import { duplicateProblems } from './names.ts';
import { rowProblems } from './rows.ts';

const where = 'overlays/tenants.ts';

const tenantForm = fields<Tenant>({
  name: forms.label,
  quota: fields<Tenant['quota']>({ cpu: forms.cpu, memory: forms.memory }),
});

/** Mistakes in the rows of tenants, each by itself. */
export function tenantRowProblems(tenants: readonly Tenant[]): Mistake[] {
  return rowProblems(where, tenants, tenantForm);
}

/** Tenants that share what must differ. */
export function tenantProblems(tenants: readonly Tenant[]): Mistake[] {
  return duplicateProblems(
    where,
    tenants.map(({ name }) => name),
  );
}
