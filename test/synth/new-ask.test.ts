import { Construct } from 'constructs';
import { answers } from '../../lib/answers/index.ts';
import type { Answer } from '../../lib/answers/answer.ts';
import { ask } from '../../lib/constructs/component-chart.ts';
import { InputError } from '../../lib/model/input-error.ts';
import { mistake } from '../../lib/model/mistake.ts';
import type { Manifest } from '../../lib/model/manifest.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { environment, platform, serviceOf, Shop } from '../fixtures/platform.ts';

declare module '../../lib/model/ask.ts' {
  interface Asks {
    /** A topic of a message broker, by its name. */
    topic: string;
  }
}

/** A service that asks for a topic. */
class Seller extends Construct {
  constructor(scope: Construct, id: string, { topic = 'sales' }: { topic?: string } = {}) {
    super(scope, id);
    ask(this, 'topic', topic);
    new Shop(this, 'Default');
  }
}

/** All that a new kind of ask needs: what becomes of it, and whose it is. */
const topics: Answer<'topic'> = {
  to: 'topic',
  recipient: 'component',
  objects: (component, asked, surroundings) =>
    [...new Set(asked.map(({ what }) => what))].map(name => topicOf(name, component, surroundings.environment!.name)),
};

function topicOf(name: string, component: string, where: string): Manifest {
  if (name === '') throw new InputError([mistake('malformed', `${where}/${component}`, 'a topic must have a name')]);
  return { apiVersion: 'kafka.strimzi.io/v1', kind: 'KafkaTopic', metadata: { name }, spec: { partitions: 1 } };
}

function delivered(topic: string, answer = topics) {
  const settings = { shop: { shop: { topic } } } as never;
  return unitsOf(
    platform({
      components: {
        shop: { services: { shop: serviceOf(Seller, 'shop', { nodePort: 30080 }) } },
        customer: { services: { customer: serviceOf(Seller, 'customer'), other: serviceOf(Seller, 'other') } },
      },
      environments: [environment('prod', { settings })],
    }),
    { table: [...answers, answer as never] },
  ).units;
}

test('a new kind of ask is answered by one object of a table, for each component that asks', () => {
  const found = delivered('orders').flatMap(({ path, manifests }) =>
    manifests.filter(({ kind }) => kind === 'KafkaTopic').map(({ metadata }) => `${path}: ${metadata.name}`),
  );

  expect(found).toEqual(['overlays/prod/customer: sales', 'overlays/prod/shop: orders']);
});

test.each([
  ['foundation', 'clusters/cloud/prod/foundation'],
  ['secrets', 'clusters/cloud/prod/secrets'],
  ['cluster', 'clusters/cloud/foundation'],
] as const)('an answer for the %s is delivered with %s, whose project admits it', (recipient, path) => {
  const units = delivered('sales', {
    ...topics,
    recipient,
    objects: (component, asked, surroundings) =>
      topics.objects(component, asked, surroundings).map(topic => ({
        ...topic,
        metadata: {
          ...topic.metadata,
          ...(recipient !== 'cluster' && { namespace: surroundings.namespaceOf(component) }),
        },
      })),
  });
  const kinds = units.find(unit => unit.path === path)!.manifests.map(({ kind }) => kind);
  const project = units
    .flatMap(({ manifests }) => manifests)
    .find(({ kind, metadata }) => kind === 'AppProject' && metadata.name === 'platform-cloud');

  expect(kinds).toContain('KafkaTopic');
  expect(JSON.stringify(project)).toContain('KafkaTopic');
});

test('an answer goes to those that it says the ask concerns', () => {
  const units = delivered('orders', { ...topics, concerns: () => ['customer'] });
  const shop = units.find(({ path }) => path === 'overlays/prod/shop')!;
  const customer = units.find(({ path }) => path === 'overlays/prod/customer')!;

  expect(shop.manifests.map(({ kind }) => kind)).not.toContain('KafkaTopic');
  expect(customer.manifests.filter(({ kind }) => kind === 'KafkaTopic')).toHaveLength(2);
});

test('what cannot be answered is told in its words', () => {
  expect(() => delivered('')).toThrow('prod/shop: a topic must have a name');
});
