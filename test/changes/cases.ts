import type { MistakeCode } from '../../lib/model/mistake.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { cluster, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { besideShop, leaving, pair, prod, Store, withChart } from './platforms.ts';

/** What was committed, what is to be, and what is said about it. */
type Case = readonly [title: string, now: Partial<Rows>, then: Partial<Rows>, code: MistakeCode, sentence: string];

const { clusters, components } = rows();
const wholly =
  'All of it must stay in its tables for one commit more, beside this row; once Argo CD has taken it away, a '
  + 'second commit takes out both';
const partly =
  'It must be said that it leaves, by this row; what made it stays in its table for as long. Once it is gone, a '
  + 'second commit takes out both';
const operators = (...names: readonly string[]): Partial<Rows> => ({
  clusters: [{ ...clusters[0]!, operators: names }, clusters[1]!],
});
const store = (settings: object): Partial<Rows> => ({
  ...besideShop({ store: serviceOf(Store, 'store') }, true),
  ...prod({ settings: { store: { store: settings } } }),
});
const unchanged = (project: string, kind: string): string =>
  'which the cluster refuses of an object that is there, it must stay as it is. Where it cannot, overlays/leaving.ts says that '
  + `the old one leaves, { kind: '${kind}', project: '${project}' }, and a person deletes it there`;

/** Ways from one `dist/` to the next that are refused, although both are right by themselves. */
export const changeCases: readonly Case[] = [
  [
    'a component that moves',
    {},
    prod({ placement: { default: 'cloud', customer: 'farm' } }),
    'left-behind',
    `overlays/leaving.ts: { component: 'customer', in: 'prod', from: 'cloud' } is missing: prod-customer on cloud would be left behind. ${wholly}`,
  ],
  [
    'a component that is placed nowhere any more',
    {},
    prod({ placement: { default: 'cloud', customer: 'none' } }),
    'left-behind',
    `overlays/leaving.ts: { component: 'customer', in: 'prod', from: 'cloud' } is missing: prod-customer on cloud would be left behind. ${wholly}`,
  ],
  [
    'a component that is no more',
    {},
    { components: { shop: components.shop! } },
    'left-behind',
    `overlays/leaving.ts: { component: 'customer' } is missing: dev-customer on cloud, prod-customer on cloud would be left behind. ${wholly}`,
  ],
  [
    'an environment that is no more',
    {},
    { environments: rows().environments.slice(1) },
    'left-behind',
    `overlays/leaving.ts: { environment: 'dev' } is missing: dev-cloud-foundation on cloud, dev-customer on cloud, dev-shop on cloud would be left behind. ${wholly}`,
  ],
  [
    'a cluster that is no more',
    {},
    { clusters: clusters.slice(0, 1) },
    'left-behind',
    `overlays/leaving.ts: { cluster: 'farm' } is missing: farm-access on farm, farm-foundation on farm would be left behind. ${wholly}`,
  ],
  [
    'an operator that is no more',
    operators('cert-manager', 'external-secrets'),
    operators('external-secrets'),
    'left-behind',
    `overlays/leaving.ts: { operator: 'cert-manager', from: 'cloud' } is missing: cloud-cert-manager on cloud would be left behind. ${wholly}`,
  ],
  [
    'the last object of a kind in an environment',
    prod({ settings: { shop: { shop: { autoscaling: { min: 1, max: 3, cpuPercent: 70 } } } } }),
    {},
    'left-behind',
    `overlays/leaving.ts: { kind: 'autoscaling/HorizontalPodAutoscaler', project: 'prod' } is missing: HorizontalPodAutoscaler shop of prod-shop on cloud would be left behind, its project 'prod' would admit it no more. ${partly}`,
  ],
  [
    'a service with the last objects of a kind',
    besideShop({ store: serviceOf(Store, 'store'), other: serviceOf(Shop, 'other') }),
    besideShop({ other: serviceOf(Shop, 'other') }),
    'left-behind',
    `overlays/leaving.ts: { service: 'store/store' } is missing: StatefulSet store of dev-store on cloud (and 1 more like it) would be left behind, its project 'dev' would admit it no more. ${partly}`,
  ],
  [
    'a chart of a component',
    withChart,
    besideShop({ one: serviceOf(Shop, 'one') }),
    'left-behind',
    `overlays/leaving.ts: { service: 'store/cache' } is missing: dev-store-cache on cloud, prod-store-cache on cloud would be left behind. ${wholly}`,
  ],
  [
    'a service that is renamed',
    pair,
    besideShop({ one: serviceOf(Shop, 'one'), third: serviceOf(Shop, 'third') }),
    'left-behind',
    `overlays/leaving.ts: { service: 'store/other' } is missing: Deployment other of dev-store on cloud (and 1 more like it) would keep its room in the quota, and what comes in its place would wait for it. ${partly}`,
  ],
  [
    'another policy for the pods of a StatefulSet',
    store({}),
    store({ podManagementPolicy: 'OrderedReady' }),
    'unchangeable',
    `overlays/prod/store: StatefulSet store: 'spec.podManagementPolicy' changes, ${unchanged('prod', 'apps/StatefulSet')}`,
  ],
  [
    'another size of the claims of a StatefulSet',
    store({}),
    store({ claim: { mountPath: '/data', size: '3Gi' } }),
    'unchangeable',
    `overlays/prod/store: StatefulSet store: 'spec.volumeClaimTemplates' changes, ${unchanged('prod', 'apps/StatefulSet')}`,
  ],
  [
    'a row of what was never there',
    {},
    leaving({}, { component: 'customer', in: 'prod', from: 'farm' }),
    'conflict',
    'overlays/leaving.ts: row 1: nothing of it was ever delivered, so nothing can leave: the row must go',
  ],
  [
    'a row of a cluster that was never there',
    {},
    leaving({ clusters: [...clusters, cluster('lab')] }, { cluster: 'lab' }),
    'conflict',
    'overlays/leaving.ts: row 1: nothing of it was ever delivered, so nothing can leave: the row must go',
  ],
];
