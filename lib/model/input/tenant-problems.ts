import { mistake } from '../mistake.ts';
import type { Mistake } from '../mistake.ts';
import { namespaceIn } from '../namespace.ts';
import type { Platform } from '../platform.ts';
import type { Tenant } from '../tenant.ts';
import { fields, map } from './collections.ts';
import { listed } from './did-you-mean.ts';
import { optional, pattern } from './form.ts';
import { forms } from './forms.ts';
import { gpusForm } from './gpu-forms.ts';
import { duplicateProblems } from './names.ts';
import { rowProblems } from './rows.ts';

const where = 'overlays/tenants.ts';

// What MLflow takes as the name of a model, and as an alias.
const model = pattern(
  "must be a model's name and its alias, such as 'sentiment@champion'",
  /^[^\s\0/:@"'%]+@(?!v\d+$|latest$)[A-Za-z0-9_-]+$/,
);

const tenantForm = fields<Tenant>({
  name: forms.label,
  quota: fields<Tenant['quota']>({ cpu: forms.cpu, memory: forms.memory }),
  image: optional(forms.imageReference),
  model: optional(model),
  hosts: optional(map(forms.hostName)),
  gpus: optional(gpusForm),
  cpu: optional(forms.cpu),
  cpuLimit: optional(forms.cpu),
  memory: optional(forms.memory),
  memoryLimit: optional(forms.memory),
  scratch: optional(forms.scratch),
});

/** Mistakes in the rows of tenants, each by itself. */
export function tenantRowProblems(tenants: readonly Tenant[]): Mistake[] {
  return rowProblems(where, tenants, tenantForm);
}

/** Tenants that share what must differ, and rows that do not go with the environments. */
export function tenantProblems({ tenants, environments }: Platform): Mistake[] {
  const known = environments.map(({ name }) => name);
  return [
    ...duplicateProblems(
      where,
      tenants.map(({ name }) => name),
    ),
    ...tenants.flatMap(tenant => [...longNames(tenant, known), ...unknownHosts(tenant, known)]),
  ];
}

// What Kubernetes allows as the name of a namespace.
const longest = 63;

function longNames({ name }: Tenant, environments: readonly string[]): Mistake[] {
  const most = Math.min(...environments.map(each => longest - namespaceIn(each, '').length));
  if (name.length <= most) return [];
  const why = 'so that the names of its namespaces, which end in the environment, have at most 63';
  const message = `'name' ('${name}', ${name.length} characters) must have at most ${most}, ${why}`;
  return [mistake('out-of-range', `${where}: '${name}'`, message)];
}

function unknownHosts({ name, hosts = {} }: Tenant, environments: readonly string[]): Mistake[] {
  return Object.keys(hosts)
    .filter(each => !environments.includes(each))
    .map(each => {
      const must = `must be an environment: ${listed(environments, each)}`;
      return mistake('unknown-name', `${where}: '${name}'`, `key '${each}' of 'hosts' ${must}`);
    });
}
