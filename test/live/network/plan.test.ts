import { clustersOf } from '../../../lib/model/cluster.ts';
import { exampleRows } from '../../fixtures/example.ts';
import { hostLines, placesOf } from './plan.ts';

const clusters = clustersOf(exampleRows.clusters, exampleRows.site);
const places = placesOf(clusters);

test('every node of every pool has a place of its own', () => {
  const nodes = places.flatMap(place => place.nodes);
  const count = clusters.flatMap(({ nodes: pools }) => pools).reduce((sum, pool) => sum + pool.count, 0);

  expect(nodes).toHaveLength(count);
  expect(new Set(nodes.map(({ namespace }) => namespace)).size).toBe(count);
  for (const { nodes: own, gateway } of places) {
    const addresses = [gateway, ...own.map(({ address }) => address)];
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(new Set(own.map(({ podCidr }) => podCidr)).size).toBe(own.length);
  }
});

test('nodes lie where their row says that kubelets are', () => {
  for (const { cluster, nodes } of places) {
    const [base = ''] = (cluster.kubelets.cidrs[0] ?? '').split('/');
    for (const { address } of nodes) expect(address.split('.').slice(0, 3)).toEqual(base.split('.').slice(0, 3));
  }
});

test('machines of a cloud are in the tailnet; of k3d only the workstation is', () => {
  for (const { cluster, workstation, tailnet, nodes } of places) {
    expect(workstation).toBe(cluster.publishedNodePorts !== undefined);
    expect(nodes.map(node => node.tailnet).filter(address => address !== undefined)).toHaveLength(
      workstation ? 0 : nodes.length,
    );
    if (!workstation) expect(nodes[0]?.tailnet).toBe(tailnet);
  }
});

test('the names of clusters lead to their addresses in the tailnet', () => {
  expect(hostLines(places)).toEqual(places.map(({ tailnet, cluster }) => `${tailnet} ${cluster.tailnetHost}`));
});
