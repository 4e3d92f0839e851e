import { asksOf } from '../../../lib/model/ask.ts';
import { exampleEnvironment, filesOf, containerOf, objectOf, rendered } from '../../fixtures/example-platform.ts';

const prod = rendered('callcenter', exampleEnvironment('prod'));
const dev = rendered('callcenter', exampleEnvironment('dev'));

test.each([
  ['agent-service', 3, 20],
  ['tfidf-service', 5, 30],
  ['transformer-service', 3, 15],
])('%s runs once in dev, and as often as its autoscaler says in prod: %d to %d', (name, minReplicas, maxReplicas) => {
  expect(objectOf(dev, 'Deployment', name)).toMatchObject({ spec: { replicas: 1 } });
  expect(dev.manifests.map(({ kind }) => kind)).not.toContain('HorizontalPodAutoscaler');
  expect(objectOf(prod, 'HorizontalPodAutoscaler', name)).toMatchObject({ spec: { minReplicas, maxReplicas } });
  expect(objectOf(prod, 'Deployment', name)).not.toHaveProperty('spec.replicas');
});

test('an autoscaler looks at CPU and memory', () => {
  expect(objectOf(prod, 'HorizontalPodAutoscaler', 'agent-service')).toMatchObject({
    spec: {
      metrics: [
        { resource: { name: 'cpu', target: { averageUtilization: 70 } } },
        { resource: { name: 'memory', target: { averageUtilization: 80 } } },
      ],
    },
  });
});

test('the agent reaches one host outside, and all others by their Services', () => {
  const flows = asksOf(prod.asked, 'flow').filter(({ by }) => by.service === 'agent-service');

  expect(flows.map(({ what }) => what.to)).toEqual(
    expect.arrayContaining([
      { internet: 'api.groq.com', port: 443 },
      { endpoint: 'callcenter/redis' },
      { endpoint: 'callcenter/mlflow' },
      { endpoint: 'callcenter/tfidf-service' },
      { endpoint: 'callcenter/transformer-service' },
    ]),
  );
});

test('nothing says a password, and no command line holds one', () => {
  const { args } = containerOf(prod, 'Deployment', 'mlflow');

  expect(JSON.stringify(args)).not.toContain('PGPASSWORD');
  expect(containerOf(prod, 'Deployment', 'mlflow')['env']).toContainEqual({
    name: 'MLFLOW_BACKEND_STORE_URI',
    value: 'postgresql+psycopg2://mlflow@postgres:5432/mlflow',
  });
});

test('Redis keeps a quarter of its limit for the rewriting of its log', () => {
  expect(filesOf(prod, 'redis-config')['redis.conf']).toContain(`maxmemory ${(256 * 1024 * 1024 * 3) / 4}\n`);
});

test('Redis cannot be told to take more than that', () => {
  const settings = { callcenter: { redis: { maxMemory: '256Mi' } } } as never;

  expect(() => rendered('callcenter', exampleEnvironment('prod', { settings }))).toThrow(
    "'maxMemory' (256Mi) must not exceed three quarters of 'memoryLimit' (256Mi)",
  );
});

test('a model comes into a volume of each pod before its service starts', () => {
  expect(objectOf(prod, 'Deployment', 'transformer-service')).toMatchObject({
    spec: {
      template: {
        spec: {
          initContainers: [{ name: 'fetch', command: ['python', '-m', 'model_server.fetch'] }],
          volumes: expect.arrayContaining([
            expect.objectContaining({ name: 'model', ephemeral: expect.anything() as unknown }),
          ]) as unknown,
        },
      },
    },
  });
});

test('one of several transformers leaves before its successor starts, and one alone stays until it is ready', () => {
  const strategyIn = (environment: typeof prod): unknown =>
    objectOf(environment, 'Deployment', 'transformer-service').spec;

  expect(strategyIn(prod)).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 0, maxUnavailable: 1 } } });
  expect(strategyIn(dev)).toMatchObject({ strategy: { rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } } });
});
