import { refusedChanges } from '../../lib/changes/index.ts';
import type { Leaving } from '../../lib/model/leaving.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { environment, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { changeCases } from './cases.ts';
import { besideShop, leaving, pair, prod, refused, Store, synthesized, withChart } from './platforms.ts';

const { clusters, components, environments } = rows();

test.each(changeCases)('refuses %s', (_title, now, then, code, sentence) => {
  const mistakes = refused(now, then);

  expect(mistakes.map(sentenceOf)[0]).toBe(sentence);
  expect([...new Set(mistakes.map(each => each.code))]).toEqual([code]);
});

test('refuses nothing where nothing changes, and where nothing was delivered', () => {
  expect(refused({}, {})).toEqual([]);
  expect(refusedChanges(new Map(), synthesized({ environments: environments.slice(1) }))).toEqual([]);
});

test('what somebody else wrote into the folder, or a merge left half done, is passed over', () => {
  const torn = new Map([...synthesized({}).files].map(([path, text]) => [path, `<<<<<<< HEAD\n${text}`]));

  expect(refusedChanges(torn, synthesized({ environments: environments.slice(1) }))).toEqual([]);
});

/** The second of two services can be called from another cluster. */
const called = besideShop({ one: serviceOf(Shop, 'one'), other: serviceOf(Shop, 'other', { nodePort: 30081 }) });

/** Each sort of leaver: the platform as it was, with the row, and without both. */
const ways: readonly (readonly [title: string, now: Partial<Rows>, first: Partial<Rows>, second: Partial<Rows>])[] = [
  ['a component', {}, leaving({}, { component: 'customer' }), { components: { shop: components.shop! } }],
  [
    'a component that moves',
    {},
    leaving(prod({ placement: { default: 'cloud', customer: 'farm' } }), {
      component: 'customer',
      in: 'prod',
      from: 'cloud',
    }),
    prod({ placement: { default: 'cloud', customer: 'farm' } }),
  ],
  [
    'a component under another name',
    {},
    leaving({ components: { ...components, client: components.customer! } }, { component: 'customer' }),
    { components: { shop: components.shop!, client: components.customer! } },
  ],
  [
    'a service with data',
    besideShop({ store: serviceOf(Store, 'store'), other: serviceOf(Shop, 'other') }, true),
    leaving(besideShop({ store: serviceOf(Store, 'store'), other: serviceOf(Shop, 'other') }, true), {
      service: 'store/store',
    }),
    besideShop({ other: serviceOf(Shop, 'other') }, true),
  ],
  ['a chart', withChart, leaving(withChart, { service: 'store/cache' }), besideShop({ one: serviceOf(Shop, 'one') })],
  ['an environment', {}, leaving({}, { environment: 'dev' }), { environments: environments.slice(1) }],
  [
    'an environment under another name',
    {},
    leaving({ environments: [...environments, environment('test', { nodePortOffset: 500 })] }, { environment: 'dev' }),
    { environments: [environments[1]!, environment('test', { nodePortOffset: 500 })] },
  ],
  ['a cluster', {}, leaving({}, { cluster: 'farm' }), { clusters: clusters.slice(0, 1) }],
  [
    'an operator',
    { clusters: [{ ...clusters[0]!, operators: ['cert-manager', 'external-secrets'] }, clusters[1]!] },
    leaving(
      { clusters: [{ ...clusters[0]!, operators: ['cert-manager', 'external-secrets'] }, clusters[1]!] },
      { operator: 'cert-manager', from: 'cloud' },
    ),
    {},
  ],
  [
    'a kind',
    prod({ settings: { shop: { shop: { autoscaling: { min: 1, max: 3, cpuPercent: 70 } } } } }),
    leaving({}, { kind: 'autoscaling/HorizontalPodAutoscaler', project: 'prod' }),
    {},
  ],
];

test.each(ways)('%s leaves in two commits', (_title, now, first, second) => {
  expect(refused(now, first).map(sentenceOf)).toEqual([]);
  expect(refused(first, second).map(sentenceOf)).toEqual([]);
  expect(refused(now, second)).not.toEqual([]);
});

// What is written while something leaves is what is written after it, but for what bounds it.
test.each(ways)('what remains beside %s is what it will be', (_title, _now, first, second) => {
  const [during, after] = [first, second].map(each => synthesized(each).files);
  const differing = [...new Set([...during!.keys(), ...after!.keys()])].filter(
    path => during!.get(path) !== after!.get(path),
  );

  expect(differing.length).toBeGreaterThan(0);
  expect(
    differing.filter(path => !/^argocd\/(projects|bootstrap|roots|clusters)\/|quota|limits|clusters\/farm/.test(path)),
  ).toEqual([]);
});

test.each(ways)('projects admit all that they did while %s leaves', (_title, now, first) => {
  const lists = ['destinations', 'clusterResourceWhitelist', 'namespaceResourceWhitelist'] as const;
  const [before, during] = [now, first].map(each =>
    synthesized(each).units.find(({ path }) => path === 'argocd/projects')!,
  );
  const entries = ({ manifests }: NonNullable<typeof before>): string[] =>
    manifests.flatMap(({ metadata, spec }) =>
      lists.flatMap(list =>
        ((spec as Readonly<Record<string, readonly object[]>>)[list] ?? []).map(
          entry => `${metadata.name} ${list} ${JSON.stringify(entry)}`,
        ),
      ),
    );

  expect(entries(before!).filter(entry => !entries(during!).includes(entry))).toEqual([]);
});

test('while a service leaves, its pods, claims and node ports have their room beside all others', () => {
  const quota = (change: Partial<Rows>): unknown =>
    synthesized(change)
      .units.find(({ path }) => path === 'clusters/cloud/prod/foundation')!
      .manifests.find(({ kind, metadata }) => kind === 'ResourceQuota' && metadata.namespace === 'store-prod')!.spec;
  const leavers: readonly Leaving[] = [{ service: 'store/other' }];

  expect(quota({ ...pair, leaving: leavers })).toEqual(quota(pair));
  // Also one that only somebody called who does not any more.
  expect(quota({ ...called, leaving: leavers })).toMatchObject({ hard: { 'services.nodeports': '1' } });
  expect(quota(besideShop({ one: serviceOf(Shop, 'one') }))).not.toEqual(quota(pair));
});
