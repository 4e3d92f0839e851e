import type { Cases } from '../case.ts';
import { data, model, policy, service, shop } from '../edits.ts';

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
      "endpoint 'data' is called, but service 'api' has no pods",
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
      world => world.remove(model, 'Service', 'model-nodeport'),
      'through node port 30900, which no Service opens',
    ],
  ],
  'network-as-declared': [
    ['a policy that is gone', world => world.remove(shop, 'NetworkPolicy'), 'which a flow declares'],
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
};
