import type { ClusterRow } from '../../lib/model/cluster.ts';
import type { Site } from '../../lib/model/site.ts';
import { environment, platform, rows } from '../fixtures/platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';

const { site, clusters } = rows();

/** The platform with the shop on the farm and its customer in the cloud, who calls it over the tailnet. */
function split(facts: Partial<Site> = {}, row: Partial<ClusterRow> = {}): Synthesized {
  return new Synthesized(
    platform({
      site: { ...site, ...facts },
      clusters: [clusters[0]!, { ...clusters[1]!, nodePortSources: ['172.16.0.0/12'], ...row }],
      environments: [environment('prod', { placement: { default: 'cloud', shop: 'farm' } })],
    }),
  );
}

/** Whom a node port lets in. */
function callers(synthesized: Synthesized): unknown {
  return at(synthesized.find('NetworkPolicy', 'shop', 'shop-prod'), 'spec', 'ingress', 0, 'from');
}

test("a node port lets in the tailnet's addresses, and what nodes make of them: no row needs to say the former", () => {
  expect(callers(split())).toEqual([{ ipBlock: { cidr: '100.64.0.0/10' } }, { ipBlock: { cidr: '172.16.0.0/12' } }]);
});

test('a row that says them all the same says them once', () => {
  expect(callers(split({}, { nodePortSources: ['172.16.0.0/12', '100.64.0.0/10'] }))).toEqual(callers(split()));
});

test('a tailnet of other addresses has these on both sides', () => {
  const other = split({ tailnetCidr: '100.80.0.0/16' });

  expect(callers(other)).toEqual([{ ipBlock: { cidr: '100.80.0.0/16' } }, { ipBlock: { cidr: '172.16.0.0/12' } }]);
  expect(at(other.find('NetworkPolicy', 'customer', 'customer-prod'), 'spec', 'egress', 0)).toEqual({
    to: [{ ipBlock: { cidr: '100.80.0.0/16' } }],
    ports: [{ port: 30080, protocol: 'TCP' }],
  });
});
