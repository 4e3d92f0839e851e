import { clustersOf } from '../../../lib/model/cluster.ts';
import { issuers } from '../../../lib/clusters/issuers.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { exampleRows } from '../../fixtures/example.ts';
import { acmeHosts, acmeLines } from './acme.ts';

const clusters = clustersOf(exampleRows.clusters, exampleRows.site);
const delivered = clusters.flatMap(cluster => issuers(cluster, exampleRows.site));

function issuer(server: string): Manifest {
  return {
    apiVersion: 'cert-manager.io/v1',
    kind: 'ClusterIssuer',
    metadata: { name: 'a' },
    spec: { acme: { server } },
  };
}

test('the hosts that the delivered ClusterIssuers ask are played, each once', () => {
  const hosts = ['acme-staging-v02.api.letsencrypt.org', 'acme-v02.api.letsencrypt.org'];

  expect(acmeHosts([...delivered, ...delivered])).toEqual(hosts);
  expect(acmeLines(hosts)).toEqual(hosts.map(host => `203.0.113.11 ${host}`));
  expect(acmeHosts([])).toEqual([]);
});

test('another path than that of Let’s Encrypt is refused', () => {
  expect(() => acmeHosts([issuer('https://ca.example/dir')])).toThrow(
    'https://ca.example/dir: is not played, must have the path /directory',
  );
});
