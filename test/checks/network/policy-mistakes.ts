import { data, model, shop } from '../edits.ts';
import type { Loose } from '../fresh.ts';
import { block, egress, including, ingress } from './mistake.ts';
import type { Mistake } from './mistake.ts';

const shopPods = "Deployment api of namespace 'shop-prod'";
const dataPods = "StatefulSet api of namespace 'data-prod'";
const nodes = '10.9.0.0/24';
const tailnet = '100.64.0.0/10';
const allBut8080 = 'TCP 1 to 8079, 8081 to 65535 and UDP on every port and SCTP on every port';
const privateNetworks = '10.0.0.0/8, 100.64.0.0/10, 169.254.0.0/16, 172.16.0.0/12, 192.168.0.0/16';

/** Ways in which the policy of a service can be wrong. */
export const policyMistakes: readonly Mistake[] = [
  [
    'a policy that is gone',
    world => world.remove(data, 'NetworkPolicy'),
    [
      `data: may not be called on TCP 8080 by ${shopPods}, which a flow declares`,
      "data: may not call 'argocd-server' of the chart argo-cd on TCP 8083, which a flow declares",
      'data: may not call the internet on TCP 443, which a flow declares',
      'data: may not call 10.9.0.0/24 on TCP 6443, 10250, which a flow declares',
    ],
  ],
  [
    'a wrong port',
    world => {
      ingress(world, data)[0].ports[0].port = 8081;
    },
    [
      `data: may be called on TCP 8081 by ${shopPods}, which no flow declares`,
      `data: may not be called on TCP 8080 by ${shopPods}, which a flow declares`,
    ],
  ],
  [
    'a range of ports',
    world => {
      ingress(world, data)[0].ports[0].endPort = 8090;
    },
    [`data: may be called on TCP 8081 to 8090 by ${shopPods}, which no flow declares`],
  ],
  [
    'a wrong protocol',
    world => {
      egress(world, shop, 8080)[0].ports[0].protocol = 'UDP';
    },
    [
      `shop: may call ${dataPods} on UDP 8080, which no flow declares`,
      `shop: may not call ${dataPods} on TCP 8080, which a flow declares`,
    ],
  ],
  [
    'no port',
    world => {
      delete ingress(world, data)[0].ports;
    },
    [`data: may be called on ${allBut8080} by ${shopPods}, which no flow declares`],
  ],
  [
    'a side that is emptied',
    world => {
      ingress(world, data)[0].from = [];
    },
    including([
      'data: may be called on TCP 8080 by the DNS servers, which no flow declares',
      "data: may be called on TCP 8080 by any pod of namespace 'shop-prod', which no flow declares",
      'data: may be called on TCP 8080 by pods of any namespace, which no flow declares',
      'data: may be called on TCP 8080 by 0.0.0.0/0, which no flow declares',
    ]),
  ],
  [
    'a rule that is emptied',
    world => {
      ingress(world, data)[0] = {};
    },
    including(['data: may be called on every port by 0.0.0.0/0, which no flow declares']),
  ],
  [
    'a selector of pods that is widened',
    world => {
      ingress(world, data)[0].from[0].podSelector = {};
    },
    including(["data: may be called on TCP 8080 by any pod of namespace 'shop-prod', which no flow declares"]),
  ],
  [
    'a selector of pods that is left out',
    world => {
      delete ingress(world, data)[0].from[0].podSelector;
    },
    including(["data: may be called on TCP 8080 by any pod of namespace 'shop-prod', which no flow declares"]),
  ],
  [
    'a selector of namespaces that is widened',
    world => {
      ingress(world, data)[0].from[0].namespaceSelector = {};
    },
    [
      `data: may be called on TCP 8080 by ${dataPods}, which no flow declares`,
      'data: may be called on TCP 8080 by pods of any namespace, which no flow declares',
    ],
  ],
  [
    'a selector of namespaces that is left out',
    world => {
      delete ingress(world, data)[0].from[0].namespaceSelector;
    },
    [
      `data: may be called on TCP 8080 by ${dataPods}, which no flow declares`,
      `data: may not be called on TCP 8080 by ${shopPods}, which a flow declares`,
    ],
  ],
  [
    'swapped namespaces',
    world => {
      const name = (unit: string): Loose => world.object(unit, 'NetworkPolicy').metadata;
      [name(shop).namespace, name(data).namespace] = [name(data).namespace, name(shop).namespace];
    },
    including([
      'shop: may be called on TCP 8080 by ' + shopPods + ', which no flow declares',
      `shop: may not be called on TCP 8080 by ${nodes}, ${tailnet}, which a flow declares`,
    ]),
  ],
  [
    'a block that is widened',
    world => {
      block(world, shop, nodes).cidr = '10.9.0.0/22';
    },
    ['shop: may be called on TCP 8080 by 10.9.1.0/24, 10.9.2.0/23, which no flow declares'],
  ],
  [
    'a node port that lets callers in only by the address that nodes give them',
    world => {
      const [rule] = ingress(world, shop).filter((each: Loose) => each.from[0].ipBlock);
      rule.from = rule.from.filter((peer: Loose) => peer.ipBlock.cidr !== tailnet);
    },
    ['shop: may not be called on TCP 8080 by the tailnet, which a flow declares'],
  ],
  [
    'a node port that lets callers in only by their own address',
    world => {
      const [rule] = ingress(world, model).filter((each: Loose) => each.from[0].ipBlock);
      rule.from = rule.from.filter((peer: Loose) => peer.ipBlock.cidr === tailnet);
    },
    ['model: may not be called on TCP 8080 by 172.16.0.0/12, which a flow declares'],
  ],
  [
    'the private networks, let in with the internet',
    world => {
      delete egress(world, data, 443)[0].to[0].ipBlock.except;
    },
    [`data: may call ${privateNetworks} on TCP 443, which no flow declares`],
  ],
  [
    'the metadata server, let in with the internet',
    world => {
      egress(world, data, 443)[0].to[0].ipBlock.except.pop();
    },
    ['data: may call 169.254.0.0/16 on TCP 443, which no flow declares'],
  ],
  [
    'the ingress controller of another namespace',
    world => {
      const [controller] = ingress(world, shop).filter((rule: Loose) => rule.from[0].namespaceSelector);
      controller.from[0].namespaceSelector.matchLabels['kubernetes.io/metadata.name'] = 'data-prod';
    },
    ['shop: may not be called on TCP 8080 by the ingress controller, which a flow declares'],
  ],
];
