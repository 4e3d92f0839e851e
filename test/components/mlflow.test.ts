import { asksOf } from '../../lib/model/ask.ts';
import type { EndpointName } from '../../lib/model/names.ts';
import type { MlflowProps } from '../../lib/services/mlflow/mlflow.ts';
import type { JsonMap } from '../../lib/yaml/json.ts';
import { secretRef } from '../../lib/model/secret-ref.ts';
import type { Rendering } from '../../lib/synth/render.ts';
import { exampleRows } from '../fixtures/example.ts';
import { serviceOf, Shop } from '../fixtures/platform.ts';
import { at } from '../fixtures/synthesized.ts';
import { containerOf, exampleEnvironment, examplePlatform, rendered } from '../fixtures/example-platform.ts';

test('without settings runs and artifacts lie on the claim, by absolute paths', () => {
  const { args, env } = containerOf(rendered('mlflow'), 'Deployment', 'mlflow');

  expect(args).toContain('--artifacts-destination=/mlflow/artifacts');
  expect(env).toContainEqual({ name: 'MLFLOW_BACKEND_STORE_URI', value: 'sqlite:////mlflow/mlflow.db' });
});

test('a database and a bucket bring their secrets by reference, and the way to them', () => {
  const rendering = withStores();
  const { args, env } = containerOf(rendering, 'Deployment', 'mlflow');

  expect(args).toContain('--artifacts-destination=s3://models');
  expect(env).toEqual(
    expect.arrayContaining([
      {
        name: 'MLFLOW_BACKEND_STORE_URI',
        value: 'postgresql+psycopg2://tracking@database.stores-prod.svc.cluster.local:5432/mlflow',
      },
      { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'mlflow-database', key: 'password' } } },
      { name: 'MLFLOW_S3_ENDPOINT_URL', value: 'http://bucket.stores-prod.svc.cluster.local:9000' },
      { name: 'AWS_ACCESS_KEY_ID', valueFrom: { secretKeyRef: { name: 'mlflow-bucket', key: 'access' } } },
      { name: 'AWS_SECRET_ACCESS_KEY', valueFrom: { secretKeyRef: { name: 'mlflow-bucket', key: 'secret' } } },
      // Uploads pass through files, which are as large as models are.
      { name: 'TMPDIR', value: '/mlflow' },
    ]),
  );
  expect(asksOf(rendering.asked, 'flow').map(({ what }) => what.to)).toEqual([
    { endpoint: 'stores/database' },
    { endpoint: 'stores/bucket' },
  ]);
  expect(new Set(asksOf(rendering.asked, 'secret').map(({ what }) => `${what.secret}/${what.key}`)).size).toBe(3);
});

test('it answers callers by each name it has, and pages of its own', () => {
  const { args } = containerOf(rendered('mlflow', exampleEnvironment('dev')), 'Deployment', 'mlflow');
  const hosts = valueOf(args as string[], '--allowed-hosts').split(',');

  expect(hosts).toEqual(
    expect.arrayContaining([
      'mlflow:5000',
      'mlflow.mlflow-dev.svc:5000',
      'mlflow.mlflow-dev.svc.cluster.local:5000',
      'gcp.example-tailnet.ts.net:31500',
      'gcp:31500',
    ]),
  );
  expect(valueOf(args as string[], '--cors-allowed-origins').split(',')).toEqual([
    'http://gcp.example-tailnet.ts.net:31500',
    'http://gcp:31500',
  ]);
});

test.each([
  ['10.42.0.9:5000', true],
  ['192.168.7.3:5000', true],
  ['127.0.0.1:18080', true],
  ['10.evil.example:5000', false],
  ['10.42.0.9.evil.example:5000', false],
  ['10.42.0.9:8080', false],
])('a caller that names %s as host is answered: %s', (host, answered) => {
  const { args } = containerOf(rendered('mlflow'), 'Deployment', 'mlflow');
  const patterns = valueOf(args as string[], '--allowed-hosts').split(',');

  expect(patterns.some(pattern => asExpression(pattern).test(host))).toBe(answered);
});

describe('the schema of the database', () => {
  test('is brought to the version of the server, whichever image runs it, within the room that the server has', () => {
    const pinned = 'ghcr.io/mlflow/mlflow:v3.18.0-full';
    const platform = { ...examplePlatform(), images: { 'mlflow/mlflow': { prod: pinned } } };
    const { resources } = containerOf(rendered('mlflow'), 'Deployment', 'mlflow');

    expect(schemaIn(rendered('mlflow', exampleEnvironment('prod'), platform))).toMatchObject({
      image: pinned,
      resources,
    });
    expect(schemaIn(rendered('mlflow'))).toMatchObject({
      command: ['mlflow', 'db', 'upgrade'],
      args: ['$(MLFLOW_BACKEND_STORE_URI)'],
      volumeMounts: expect.arrayContaining([{ name: 'data', mountPath: '/mlflow' }]) as unknown,
    });
  });

  test('is that of the database that the server is told', () => {
    // No URL with a password: this one is an argument, which shows in the list of processes.
    expect(schemaIn(withStores())['env']).toEqual(
      expect.arrayContaining([
        {
          name: 'MLFLOW_BACKEND_STORE_URI',
          value: 'postgresql+psycopg2://tracking@database.stores-prod.svc.cluster.local:5432/mlflow',
        },
        { name: 'PGPASSWORD', valueFrom: { secretKeyRef: { name: 'mlflow-database', key: 'password' } } },
      ]),
    );
  });
});

function schemaIn({ manifests }: Rendering): JsonMap {
  const deployment = manifests.find(({ kind }) => kind === 'Deployment')!;
  return at(deployment, 'spec', 'template', 'spec', 'initContainers', 0) as JsonMap;
}

function withStores(): Rendering {
  const settings: MlflowProps = {
    postgres: {
      endpoint: 'stores/database' as EndpointName,
      database: 'mlflow',
      user: 'tracking',
      password: secretRef('mlflow-database', 'password'),
    },
    s3: {
      endpoint: 'stores/bucket' as EndpointName,
      bucket: 'models',
      accessKey: secretRef('mlflow-bucket', 'access'),
      secretKey: secretRef('mlflow-bucket', 'secret'),
    },
  };
  const stores = {
    services: {
      database: serviceOf(Shop, 'database', { port: 5432, scheme: 'tcp' }),
      bucket: serviceOf(Shop, 'bucket', { port: 9000 }),
    },
  };
  const prod = exampleEnvironment('prod', { settings: { mlflow: { mlflow: settings } } });
  return rendered('mlflow', prod, examplePlatform({ components: { ...exampleRows.components, stores } }));
}

function valueOf(args: readonly string[], flag: string): string {
  return args.find(arg => arg.startsWith(`${flag}=`))!.slice(flag.length + 1);
}

/** A pattern as MLflow reads it: like the names of files in a shell. */
function asExpression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`);
}
