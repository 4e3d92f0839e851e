import { data, foundation as home, model, shop } from '../edits.ts';
import { block, including } from './mistake.ts';
import type { Mistake } from './mistake.ts';
import { samples } from '../small-world/samples.ts';

const farther = 'clusters/far/foundation';
const shopPods = "Deployment api of namespace 'shop-prod'";
const dataPods = "StatefulSet api of namespace 'data-prod'";
const allBut53 = 'TCP 1 to 52, 54 to 65535 and UDP 1 to 52, 54 to 65535 and SCTP on every port';
const anyModel = "any pod of namespace 'model-prod'";
const anyShop = "any pod of namespace 'shop-prod'";
const challenges = "the certificate challenges of namespace 'shop-prod'";

/** Ways in which defaults, challenges and declared flows can come apart from the policies. */
export const namespaceMistakes: readonly Mistake[] = [
  [
    'servers of names in any namespace',
    world => {
      delete world.object(farther, 'NetworkPolicy', 'allow-dns').spec.egress[0].to[0].namespaceSelector.matchLabels;
    },
    [
      'model: may call pods of any namespace on TCP 53 and UDP 53, which no flow declares',
      `foundation: ${anyModel} may call pods of any namespace on TCP 53 and UDP 53, which no flow declares`,
    ],
  ],
  [
    'a policy of every pod',
    world => {
      world.object(model, 'NetworkPolicy').spec.podSelector = {};
    },
    [`foundation: ${anyModel} may be called on TCP 8080 by 100.64.0.0/10, 172.16.0.0/12, which no flow declares`],
  ],
  [
    'certificate challenges that all may take part in',
    world => {
      delete world.object(home, 'NetworkPolicy', 'allow-certificate-challenges').spec.ingress[0].from;
    },
    including([`shop: ${challenges} may be called on TCP 8089 by 0.0.0.0/0, which no flow declares`]),
  ],
  [
    'certificate challenges that nobody may take part in',
    world => {
      world.remove(home, 'NetworkPolicy', 'allow-certificate-challenges');
    },
    [`shop: ${challenges} may not be called on TCP 8089 by the ingress controller, which a flow declares`],
  ],
  [
    'a direction that the policy is not about',
    world => {
      world.remove(farther, 'NetworkPolicy', 'default-deny');
      world.remove(farther, 'NetworkPolicy', 'allow-dns');
      world.object(model, 'NetworkPolicy').spec.policyTypes = ['Ingress'];
    },
    [
      'model: is selected by no policy for Egress, so it is open to everybody in that direction',
      `foundation: ${anyModel} is selected by no policy for Ingress, so it is open to everybody in that direction`,
      `foundation: ${anyModel} is selected by no policy for Egress, so it is open to everybody in that direction`,
    ],
  ],
  [
    'a service that may not ask for names',
    world => world.remove(farther, 'NetworkPolicy', 'allow-dns'),
    [
      'model: may not call the DNS servers on TCP 53 and UDP 53, which a flow declares',
      'model: may not call 169.254.20.10/32 on TCP 53 and UDP 53, which a flow declares',
      `foundation: ${anyModel} may not call the DNS servers on TCP 53 and UDP 53, which a flow declares`,
      `foundation: ${anyModel} may not call 169.254.20.10/32 on TCP 53 and UDP 53, which a flow declares`,
    ],
  ],
  [
    'the cache of names that is forgotten',
    world => {
      world.object(farther, 'NetworkPolicy', 'allow-dns').spec.egress[0].to.pop();
    },
    [
      'model: may not call 169.254.20.10/32 on TCP 53 and UDP 53, which a flow declares',
      `foundation: ${anyModel} may not call 169.254.20.10/32 on TCP 53 and UDP 53, which a flow declares`,
    ],
  ],
  [
    'the metadata server, let in with names',
    world => {
      delete world.object(farther, 'NetworkPolicy', 'allow-dns').spec.egress[0].ports;
    },
    [
      `model: may call the DNS servers on ${allBut53}, which no flow declares`,
      `model: may call 169.254.20.10/32 on ${allBut53}, which no flow declares`,
      `foundation: ${anyModel} may call the DNS servers on ${allBut53}, which no flow declares`,
      `foundation: ${anyModel} may call 169.254.20.10/32 on ${allBut53}, which no flow declares`,
    ],
  ],
  [
    'a flow that nobody declares any more',
    world => {
      world.flows.splice(2, 1);
    },
    [
      `shop: may call ${dataPods} on TCP 8080, which no flow declares`,
      `data: may be called on TCP 8080 by ${shopPods}, which no flow declares`,
    ],
  ],
  [
    'a flow that no policy knows yet',
    world => {
      world.flows.push({ from: { component: 'data', service: 'api' }, to: { endpoint: 'model/api' } });
    },
    ['data: may not call the tailnet on TCP 30900, which a flow declares'],
  ],
  [
    'one policy more',
    world =>
      world.add(shop, {
        ...samples.NetworkPolicy,
        metadata: { name: 'more', namespace: 'shop-prod' },
        spec: {
          podSelector: {},
          policyTypes: ['Ingress'],
          ingress: [{ from: [{ podSelector: { matchLabels: { 'app.kubernetes.io/name': 'api' } } }] }],
        },
      }),
    [
      `shop: may be called on every port by ${shopPods}, which no flow declares`,
      `shop: ${challenges} may be called on every port by ${shopPods}, which no flow declares`,
      `foundation: ${anyShop} may be called on every port by ${shopPods}, which no flow declares`,
    ],
  ],
  [
    'a default that is gone, where each pod has a policy of its own',
    world => {
      world.remove(farther, 'NetworkPolicy', 'default-deny');
    },
    [`foundation: ${anyModel} is selected by no policy for Ingress, so it is open to everybody in that direction`],
  ],
  [
    'a default that allows something',
    world => {
      world.object(farther, 'NetworkPolicy', 'default-deny').spec.ingress = [{ from: [{ podSelector: {} }] }];
    },
    including([`foundation: ${anyModel} may be called on every port by ${anyModel}, which no flow declares`]),
  ],
  [
    'a Service that leads to another port',
    world => {
      world.object(data, 'Service').spec.ports[0].targetPort = 8081;
    },
    [
      `shop: may call ${dataPods} on TCP 8080, which no flow declares`,
      `shop: may not call ${dataPods} on TCP 8081, which a flow declares`,
      `data: may be called on TCP 8080 by ${shopPods}, which no flow declares`,
      `data: may not be called on TCP 8081 by ${shopPods}, which a flow declares`,
    ],
  ],
  [
    'the nodes of the other cluster',
    world => {
      block(world, model, '172.16.0.0/12').cidr = '172.32.0.0/12';
    },
    [
      'model: may be called on TCP 8080 by 172.32.0.0/12, which no flow declares',
      'model: may not be called on TCP 8080 by 172.16.0.0/12, which a flow declares',
    ],
  ],
];
