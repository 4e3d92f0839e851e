import { Construct } from 'constructs';
import { clusterObject } from '../../lib/constructs/cluster-object.ts';
import { customObject } from '../../lib/constructs/custom-object.ts';
import { definitionOf } from '../../lib/constructs/definition.ts';
import { checkedPlatform } from '../../lib/model/check-input.ts';
import { sentenceOf } from '../../lib/model/mistake.ts';
import type { Rows } from '../../lib/model/platform.ts';
import { patchBetween } from '../../lib/kustomize/patch.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { built } from '../kustomize/kustomization.ts';
import { kustomizes } from '../kustomize/kustomize.ts';
import { definition, filesOf } from '../fixtures/definitions.ts';
import { environment, rows, serviceOf, Shop } from '../fixtures/platform.ts';
import { Synthesized } from '../fixtures/synthesized.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

const files = filesOf({
  'imports/queues.yaml': {
    ...definition('Queue'),
    metadata: { name: 'queues.example.com', creationTimestamp: null as never },
    status: { storedVersions: ['v1'] },
  },
});

/** A service with an object of a custom resource, or what a test makes of it. */
function serviceWith(act: (scope: Construct) => void) {
  return class extends Construct {
    constructor(scope: Construct, id: string, _props?: object) {
      super(scope, id);
      act(this);
      new Shop(this, 'Default');
    }
  };
}

const queue = { apiVersion: 'example.com/v1', kind: 'Queue' } as const;

test('an object is named after its service and labelled like it, and waits for its kind', () => {
  const all = delivered(scope => void customObject(scope, 'Queue', { ...queue, spec: { length: 5 } }));

  expect(all.find('Queue', 'shop', 'shop-prod')).toEqual({
    apiVersion: 'example.com/v1',
    kind: 'Queue',
    metadata: {
      name: 'shop',
      namespace: 'shop-prod',
      labels: { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/part-of': 'shop' },
      annotations: { 'argocd.argoproj.io/sync-options': 'SkipDryRunOnMissingResource=true' },
    },
    spec: { length: 5 },
  });
});

test('what people say of it stands beside what the service says', () => {
  const metadata = {
    name: 'orders',
    labels: { team: 'data' },
    annotations: { 'a/b': 'c', 'argocd.argoproj.io/sync-options': 'Replace=true' },
  };
  const { metadata: all } = delivered(scope => void customObject(scope, 'Queue', { ...queue, metadata })).find(
    'Queue',
    'orders',
    'shop-prod',
  );

  expect(all.labels).toMatchObject({ 'team': 'data', 'app.kubernetes.io/name': 'shop' });
  expect(all.annotations).toEqual({
    'a/b': 'c',
    'argocd.argoproj.io/sync-options': 'Replace=true,SkipDryRunOnMissingResource=true',
  });
});

test('an object that holds data is guarded, and a word of its own counts more', () => {
  const kinds: Rows['kinds'] = [{ group: 'example.com', kind: 'Queue', holdsData: true }];
  const annotations = { 'argocd.argoproj.io/sync-options': 'Prune=confirm' };
  const all = delivered(
    scope => {
      customObject(scope, 'One', { ...queue, metadata: { name: 'one' } });
      customObject(scope, 'Two', { ...queue, metadata: { name: 'two', annotations } });
    },
    { kinds },
  );
  const optionsOf = (name: string) =>
    (all.find('Queue', name, 'shop-prod').metadata.annotations as Record<string, string>)[
      'argocd.argoproj.io/sync-options'
    ];

  expect(optionsOf('one')).toBe('Prune=false,Delete=false,SkipDryRunOnMissingResource=true');
  expect(optionsOf('two')).toBe('Prune=confirm,Delete=false,SkipDryRunOnMissingResource=true');
});

// Kustomize knows no definitions, so to it every list of such an object is one value, whatever its keys are.
test.each(kustomizes())('a list that differs is replaced as a whole, as $name does it', kustomize => {
  const of = (...names: readonly string[]): Manifest => ({
    ...queue,
    metadata: { name: 'orders' },
    spec: { ports: names.map((name, port) => ({ name, port })) },
  });
  const [base, target] = [of('a', 'b', 'c'), of('b', 'd')];
  const patch = patchBetween(base, target);

  expect(built(kustomize, [{ base, patch }])).toEqual([target]);
});

test.each<[string, object, string]>([
  [
    'no version',
    { kind: 'Queue' },
    "'apiVersion' is missing, it must be a version of a custom resource, such as 'example.com/v1'",
  ],
  [
    'a version of Kubernetes',
    { apiVersion: 'v1', kind: 'Queue' },
    "'apiVersion' ('v1') must be a version of a custom resource, such as 'example.com/v1'",
  ],
  [
    'a kind that is none',
    { ...queue, kind: 'my queue' },
    "'kind' ('my queue') must be a kind, such as 'SparkApplication'",
  ],
  [
    'a namespace',
    { ...queue, metadata: { namespace: 'a' } },
    "'metadata.namespace' is an unknown key, it must be one of 'name', 'labels', 'annotations'",
  ],
  [
    'a name that is none',
    { ...queue, metadata: { name: 'A b' } },
    "'metadata.name' ('A b') must hold only lower-case letters, digits, '-' and '.', at most 253",
  ],
  ['a label that is a number', { ...queue, metadata: { labels: { a: 1 } } }, "'metadata.labels.a' (1) must be a text"],
  [
    'an annotation that is a number',
    { ...queue, metadata: { annotations: { a: 1 } } },
    "'metadata.annotations.a' (1) must be a text",
  ],
])('refuses %s', (_title, object, message) => {
  expect(told(() => delivered(scope => void customObject(scope, 'Queue', object as never)))).toEqual([
    `base/shop: shop: ${message}`,
  ]);
});

describe('a definition', () => {
  test('that a service asks for is there once, guarded, without what API servers write', () => {
    const all = delivered(scope => clusterObject(scope, definitionOf(scope, 'queues.example.com')));

    expect(all.names('CustomResourceDefinition')).toEqual(['queues.example.com']);
    expect(all.find('CustomResourceDefinition', 'queues.example.com')).toEqual({
      ...definition('Queue'),
      metadata: {
        name: 'queues.example.com',
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false' },
      },
    });
  });

  test('keeps a guard of its own', () => {
    const annotations = { 'argocd.argoproj.io/sync-options': 'Prune=confirm' };
    const own = { ...definition('Topic'), metadata: { name: 'topics.example.com', annotations } };
    const all = delivered(scope => clusterObject(scope, own as never));

    expect(all.find('CustomResourceDefinition', 'topics.example.com').metadata.annotations).toEqual(annotations);
  });

  test('that no file has is refused', () => {
    const act = () => delivered(scope => clusterObject(scope, definitionOf(scope, 'queue.example.com')));

    expect(told(act)).toEqual([
      "base/shop: shop: 'queue.example.com' must be a definition of a file in imports/: 'queues.example.com' (did you mean 'queues.example.com'?)",
    ]);
  });
});

function delivered(act: (scope: Construct) => void, overrides: Partial<Rows> = {}): Synthesized {
  const components = { shop: { services: { shop: serviceOf(serviceWith(act), 'shop') } } };
  const site = { ...rows().site, exposed: [] };
  const tables = rows({ components, environments: [environment('prod')], site, ...overrides });
  return new Synthesized(checkedPlatform(tables, {}, files));
}

function told(act: () => unknown): string[] {
  return mistakesToldBy(act).map(sentenceOf);
}
