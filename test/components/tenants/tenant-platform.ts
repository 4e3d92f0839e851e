import fc from 'fast-check';
import { tenantsOf } from '../../../lib/components/tenants/index.ts';
import { checkedPlatform } from '../../../lib/model/check-input.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import type { Platform, Rows } from '../../../lib/model/platform.ts';
import type { Tenant } from '../../../lib/model/tenant.ts';
import { unitsOf } from '../../../lib/synthesis.ts';
import { exampleImages, exampleRows } from '../../fixtures/example.ts';
import { cluster, environment, rows } from '../../fixtures/platform.ts';

const bounds = {
  dev: { min: 1, max: 3, cpuPercent: 50 },
  prod: { min: 2, max: 10, cpuPercent: 50 },
} as const;

const roomy = {
  nodes: [
    { name: 'worker', count: 50, cpu: '16', memory: '64Gi', ephemeralStorage: '200Gi' },
    {
      name: 'gpu',
      count: 20,
      cpu: '16',
      memory: '64Gi',
      ephemeralStorage: '200Gi',
      gpus: { count: 4, model: 'NVIDIA-L4' },
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
    },
  ],
  operators: ['cert-manager', 'external-secrets'],
} as const;

/** A shop, its customer, and tenants, on a cluster that has room for them and lets people in. */
export function withTenants(tenants: readonly Tenant[], change: Partial<Rows> = {}): Rows {
  const { clusters, components } = rows();
  return rows({
    tenants,
    clusters: [{ ...clusters[0]!, ...roomy }, cluster('farm')],
    components: { ...components, tenants: tenantsOf(tenants) },
    environments: [tenantsIn('dev', 1000), tenantsIn('prod')],
    ...change,
  });
}

/** An environment with the bounds that it has for tenants. */
export function tenantsIn(
  name: keyof typeof bounds,
  nodePortOffset = 0,
  change: Partial<Environment> = {},
): Environment {
  const settings = { tenants: { 'ml-inference': { autoscaling: bounds[name] } } };
  return environment(name, { nodePortOffset, settings, ...change });
}

/** The example with other tenants, on clusters with room for them. */
export function exampleWith(tenants: readonly Tenant[]): Platform {
  const [home, ...others] = exampleRows.clusters;
  const components = { ...exampleRows.components, tenants: tenantsOf(tenants) };
  return checkedPlatform(
    { ...exampleRows, tenants, components, clusters: [{ ...home!, nodes: roomy.nodes }, ...others] },
    exampleImages,
  );
}

/** Every file that a platform delivers. */
export function filesOf(written: Rows): Map<string, string> {
  const { units, delivery } = unitsOf(checkedPlatform(written, {}));
  return new Map([...units, ...delivery.bases.map(base => base.write())].flatMap(({ files }) => [...files]));
}

/**
 * Those of them that are about one tenant and nobody else, each with its folder. A name of a file says no more than it must
 * to differ from the others of its folder, so the objects are compared, and not what their files are called.
 */
export function filesAbout(tenant: string, files: ReadonlyMap<string, string>): string[] {
  const inFolder = new RegExp(`^(?:base|overlays/[a-z]+)/${tenant}/`);
  const inText = new RegExp(`^ {2}name(?:space)?: (?:${tenant}-(?:dev|prod)|(?:dev|prod)-${tenant})$`, 'm');
  return [...files]
    .filter(([path, text]) => inFolder.test(path) || (!path.endsWith('/kustomization.yaml') && inText.test(text)))
    .map(([path, text]) => `${path.slice(0, path.lastIndexOf('/'))}\n${text}`)
    .sort();
}

/** A row that says anything that a row can say, within a generous quota. */
export const anyRow: fc.Arbitrary<Omit<Tenant, 'name'>> = fc.record(
  {
    quota: fc.constantFrom<Tenant['quota']>({ cpu: '10', memory: '16Gi' }, { cpu: '12', memory: '20Gi' }),
    image: fc.constantFrom('ghcr.io/example-org/own:2.0.0', 'docker.io/library/other:1.2.3'),
    cpu: fc.constantFrom<NonNullable<Tenant['cpu']>>('200m', '400m'),
    memory: fc.constantFrom<NonNullable<Tenant['memory']>>('256Mi', '512Mi'),
    scratch: fc.constantFrom<NonNullable<Tenant['scratch']>>('128Mi', '1Gi'),
  },
  { requiredKeys: ['quota'] },
);
