import type { Manifest } from '../../../lib/model/manifest.ts';
import { clustersOf } from '../../../lib/model/cluster.ts';
import { exampleRows } from '../../fixtures/example.ts';
import { frontDoors } from './front-doors.ts';
import { placesOf } from './plan.ts';

const [place] = placesOf(clustersOf(exampleRows.clusters, exampleRows.site));

function ingress(...hosts: readonly string[]): Manifest {
  const rules = hosts.map(host => ({ host }));
  return { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', metadata: { name: 'a' }, spec: { rules } };
}

test('the hosts of Ingresses lead to the first node, each once', () => {
  const address = place!.nodes[0]!.address;

  expect(frontDoors(place!, [ingress('a.example', 'b.example'), ingress('a.example')])).toEqual([
    `${address} a.example`,
    `${address} b.example`,
  ]);
  expect(frontDoors(place!, [])).toEqual([]);
});
