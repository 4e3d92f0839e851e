import type { AlertCase } from './alert-case.ts';
import { tenantCases } from './tenant-cases.ts';

const own = 'tenant-a-prod';
const home = { cluster: 'gcp-mlops-platform' } as const;

/**
 * The alerts of one tenant where the Prometheus of an operator judges them: what it reads of pods and containers by itself
 * says neither tenant nor cluster, and everything that happens happens to another tenant as well.
 */
export const operatedTenantCases: readonly AlertCase[] = tenantCases.map(({ series, labels, ...rest }) => ({
  ...rest,
  series: Object.fromEntries(
    Object.entries(series)
      .map(([name, values]) => [asOperatorReads(name), values] as const)
      .flatMap(([name, values]) => [
        [name, values],
        [name.replaceAll('tenant-a', 'tenant-b'), values],
      ]),
  ),
  labels: { ...labels, ...home, namespace: own },
}));

function asOperatorReads(series: string): string {
  const there = series.replace('namespace="tenant-a"', `namespace="${own}"`);
  return /^(?:kube|container)_/.test(there)
    ? there.replaceAll(/(?:cluster|component|tenant)="[^"]*"(?:, )?/g, '').replaceAll(/, (?=\})/g, '')
    : there.replace('cluster="near"', `cluster="${home.cluster}"`);
}
