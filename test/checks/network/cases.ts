import type { Cases } from '../case.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { addOperated, backend, data, model, policy, service, shop } from '../edits.ts';
import { samples } from '../small-world/samples.ts';

/** Who may talk to whom; more of it is in the tests of the network. */
export const networkCases: Cases = {
  'flow-ends-exist': [
    [
      'a caller without pods',
      world => {
        world.flows.push({ from: { component: 'shop', service: 'x' }, to: 'kubernetes-api' });
      },
      "declares flows from service 'x'",
    ],
    [
      'an endpoint without pods',
      world => world.remove(data, 'StatefulSet'),
      "endpoint 'data/api' is called, but service 'api' has no pods",
    ],
    [
      'an endpoint without its port',
      world => {
        service(world, data).spec.ports[0].port = 9;
      },
      "no Service 'api' has port 8080",
    ],
    [
      'a node port that nobody opens',
      world => world.remove(model, 'Service', 'api-nodeport'),
      'through node port 30900, which no Service opens',
    ],
  ],
  'network-as-declared': [
    ['a policy that is gone', world => world.remove(shop, 'NetworkPolicy'), 'which a flow declares'],
    [
      'a policy that opens pods which an operator makes',
      world => {
        addOperated(world);
        world.add(data, opening({ 'strimzi.io/pool-name': 'nodes' }));
      },
      'may be called on every port by the internet, which no flow declares',
    ],
    [
      'a policy that opens one sort of the pods of an object',
      world => {
        addOperated(world);
        world.add(data, opening({ 'cnpg.io/jobRole': 'join' }));
      },
      "join job of Cluster orders of namespace 'data-prod' may be called on every port",
    ],
  ],
  'policy-in-use': [
    [
      'a policy of no pod',
      world => {
        policy(world, shop).spec.podSelector.matchLabels = { app: 'x' };
      },
      'which no pod of its namespace matches',
    ],
    [
      'a side of no pod',
      world => {
        policy(world, data).spec.ingress[0].from[0].podSelector.matchLabels = { app: 'x' };
      },
      'which no pod matches',
    ],
  ],
  'ingress-declared': [
    [
      'an Ingress that a person rendered, and no flow',
      world => world.add(data, ingressOf('data-prod')),
      "leads through Service 'api' to StatefulSet api of namespace 'data-prod' on TCP 8080, which no flow from the ingress controller declares",
    ],
    [
      'a default backend, and no flow',
      world => {
        const manifest = ingressOf('data-prod');
        world.add(data, {
          ...manifest,
          spec: { defaultBackend: { service: { name: 'api', port: { number: 8080 } } } },
        });
      },
      "leads through Service 'api' to StatefulSet api",
    ],
    [
      'a flow to another port',
      world => {
        service(world).spec.ports.push({ name: 'admin', port: 9000, targetPort: 9000, protocol: 'TCP' });
        backend(world).port = { name: 'admin' };
      },
      "leads through Service 'api' to Deployment api of namespace 'shop-prod' on TCP 9000",
    ],
    [
      'an Ingress where nobody reads it',
      world => world.add(model, ingressOf('model-prod')),
      "is on cluster 'far', which has no ingress controller that would read it",
    ],
  ],
};

function ingressOf(namespace: string): Manifest {
  return { ...samples.Ingress, metadata: { ...samples.Ingress.metadata, namespace } };
}

/** A policy that lets the internet in. */
function opening(matchLabels: Readonly<Record<string, string>>): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'open', namespace: 'data-prod' },
    spec: {
      podSelector: { matchLabels },
      policyTypes: ['Ingress'],
      ingress: [
        {
          from: [
            {
              ipBlock: {
                cidr: '0.0.0.0/0',
                except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', '169.254.0.0/16'],
              },
            },
          ],
        },
      ],
    },
  };
}
