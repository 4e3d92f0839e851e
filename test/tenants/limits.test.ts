import { limitsJson, limitsText } from '../../lib/tenants/limits-text.ts';
import { limitsOf } from '../../lib/tenants/limits.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import type { Environment } from '../../lib/model/environment.ts';
import type { Tenant } from '../../lib/model/tenant.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { tenantsIn, withTenants } from '../components/tenants/tenant-platform.ts';

const quota = { cpu: '3', memory: '4Gi' } as const;

test('a tenant is told its quota, what its pods request at the least and the most, a rollout with it, and what is left', () => {
  expect(limitsJson(limitsFor([{ name: 'ada', quota }]))).toEqual([
    limit('dev', 'requests.cpu', ['3', '100m', '200m', '300m', '600m', '2400m']),
    limit('dev', 'requests.memory', ['4Gi', '128Mi', '256Mi', '384Mi', '768Mi', '3328Mi']),
    limit('dev', 'pods', ['6', '1', '2', '3', '6', '0']),
    limit('prod', 'requests.cpu', ['3', '200m', '400m', '1', '2', '1']),
    limit('prod', 'requests.memory', ['4Gi', '256Mi', '512Mi', '1280Mi', '2560Mi', '1536Mi']),
    limit('prod', 'pods', ['20', '2', '4', '10', '20', '0']),
  ]);
});

test('where its number is fixed, the least is the most', () => {
  const settings: Environment['settings'] = { tenants: { 'ml-inference': { replicas: 3 } as object } };
  const limits = limitsFor([{ name: 'ada', quota }], { environments: [tenantsIn('prod', 0, { settings })] });

  expect(limitsJson(limits)[0]).toEqual(limit('prod', 'requests.cpu', ['3', '300m', '600m', '300m', '600m', '2400m']));
});

test('people see a line for each, and are told where there is no tenant', () => {
  const text = limitsText(limitsFor([{ name: 'ada', quota }]));

  expect(text).toMatch(/│ ada +│ prod +│ requests\.cpu +│ +3 │ +200m │ +400m │ +1 │ +2 │ +1 │/);
  expect(limitsText(limitsFor([]))).toBe('No tenant is placed anywhere: overlays/tenants.ts has a row for each.\n');
});

function limitsFor(tenants: readonly Tenant[], change: Parameters<typeof withTenants>[1] = {}) {
  const platform = checkedPlatform(withTenants(tenants, change), {});
  return limitsOf({ platform, units: unitsOf(platform).units });
}

function limit(environment: string, of: string, amounts: readonly string[]) {
  const [allowed, least, leastInRollout, most, mostInRollout, headroom] = amounts;
  return { tenant: 'ada', environment, of, quota: allowed, least, leastInRollout, most, mostInRollout, headroom };
}
