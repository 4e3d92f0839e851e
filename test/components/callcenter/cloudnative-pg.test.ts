import { stringify } from 'yaml';
import { postgresAlerts, postgresClusterAlerts } from '../../../lib/components/callcenter/stores/alerts.ts';
import { watchedBy } from '../../../lib/failures/index.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { synthesize } from '../../../lib/synthesis.ts';
import type { Synthesis } from '../../../lib/synthesis.ts';
import type { Unit } from '../../../lib/model/unit.ts';
import { clusterCases } from '../monitoring/alerts/postgres-cluster-cases.ts';
import { operated, programWith } from './operated-postgres.ts';

test('each of its alerts has a case', () => {
  expect(clusterCases.map(({ alert }) => alert)).toEqual(Object.keys(postgresClusterAlerts));
});

let whole: Synthesis;
let callcenter: Unit;

beforeAll(async () => {
  whole = await synthesize(programWith(operated));
  callcenter = whole.units.find(({ path }) => path === 'overlays/prod/callcenter')!;
}, 120_000);

test('one prop and the operator give a platform without a finding', () => {
  expect(whole.findings).toEqual([]);
});

test('a Cluster takes the place of the StatefulSet, in prod alone', () => {
  const kindsOf = (environment: string): string[] =>
    whole.units
      .filter(({ path }) => path === `overlays/${environment}/callcenter`)
      .flatMap(({ manifests }) => manifests)
      .filter(({ metadata }) => metadata.name === 'postgres')
      .map(({ kind }) => kind)
      .sort();

  expect(kindsOf('prod')).toEqual(['Cluster', 'NetworkPolicy']);
  expect(kindsOf('dev')).toEqual(['NetworkPolicy', 'Service', 'ServiceAccount', 'StatefulSet']);
  expect([...whole.files.keys()].filter(path => path.startsWith('base/callcenter/statefulset.postgres'))).toEqual([]);
});

test('the Cluster says what the StatefulSet said, with copies on other nodes', () => {
  expect(objectIn(callcenter, 'Cluster', 'postgres')).toMatchObject({
    metadata: {
      annotations: {
        'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false,SkipDryRunOnMissingResource=true',
      },
    },
    spec: {
      instances: 2,
      enablePDB: true,
      enableSuperuserAccess: false,
      priorityClassName: 'platform',
      affinity: { enablePodAntiAffinity: true, topologyKey: 'kubernetes.io/hostname' },
      bootstrap: { initdb: { database: 'mlflow', owner: 'mlflow', secret: { name: 'postgres-credentials' } } },
      storage: { size: '10Gi' },
      resources: { requests: { cpu: '200m', memory: '256Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    },
  });
});

test('a single instance has no budget, which would only stop drains', async () => {
  const { units } = await synthesize(programWith({ managedBy: 'cloudnative-pg', instances: 1 }));
  const unit = units.find(({ path }) => path === 'overlays/prod/callcenter')!;

  expect(objectIn(unit, 'Cluster', 'postgres')).toMatchObject({ spec: { instances: 1, enablePDB: false } });
}, 120_000);

test('the same endpoint is called by the name of the Service that the operator makes', () => {
  expect(text(objectIn(callcenter, 'Deployment', 'mlflow'))).toContain(
    'postgresql+psycopg2://mlflow@postgres-rw:5432/mlflow',
  );
});

test('the Secret has the form that the operator asks for, and MLflow reads the same password', () => {
  const secrets = whole.units.find(({ path }) => path.endsWith('gcp/prod/secrets'))!;

  expect(objectIn(secrets, 'ExternalSecret', 'postgres-credentials', 'callcenter-prod')).toMatchObject({
    spec: {
      target: {
        template: {
          type: 'kubernetes.io/basic-auth',
          data: { username: 'mlflow', password: '{{ .password }}' },
        },
      },
      data: [{ secretKey: 'password', remoteRef: { key: 'prod_callcenter_postgres-credentials_password' } }],
    },
  });
  expect(text(objectIn(callcenter, 'Deployment', 'mlflow'))).toMatch(/key: password\n *name: postgres-credentials/);
});

test('policies let instances, the operator, MLflow and Prometheus in, and instances out to the API server', () => {
  const { spec } = objectIn(callcenter, 'NetworkPolicy', 'postgres') as unknown as {
    spec: Record<'ingress' | 'egress', { ports: { port: number }[] }[]> & { podSelector: object };
  };
  const peers = (port: number): string =>
    text(spec.ingress.filter(({ ports }) => ports.some(each => each.port === port)));

  expect(spec.podSelector).toEqual({ matchLabels: { 'cnpg.io/cluster': 'postgres' } });
  for (const port of [5432, 8000]) {
    expect(peers(port)).toContain('cnpg.io/cluster: postgres');
    expect(peers(port)).toContain('kubernetes.io/metadata.name: cnpg-system');
  }
  expect(peers(5432)).toContain('app.kubernetes.io/name: mlflow');
  expect(peers(9187)).toContain('app.kubernetes.io/name: prometheus');
  expect(spec.egress.flatMap(({ ports }) => ports.map(({ port }) => port)).sort()).toEqual([5432, 6443, 8000]);
});

test("the operator's own policy reaches instances in any namespace, and nothing else of them", () => {
  const bounds = whole.units.flatMap(({ manifests }) => manifests).filter(({ kind }) => kind === 'NetworkPolicy');
  const policy = bounds.find(({ metadata }) => metadata.name === 'cloudnative-pg')!;

  expect(policy).toMatchObject({
    metadata: { namespace: 'cnpg-system' },
    spec: {
      egress: expect.arrayContaining([
        {
          to: [{ namespaceSelector: {}, podSelector: { matchLabels: { 'cnpg.io/podRole': 'instance' } } }],
          ports: [{ port: 8000, protocol: 'TCP' }],
        },
      ]) as unknown,
    },
  });
});

test('alerts and pages of prod read what CloudNativePG emits, and those of dev what the exporter does', () => {
  const monitored = (environment: string): string =>
    text(whole.units.find(({ path }) => path === `overlays/${environment}/monitoring`)!.manifests);

  expect(monitored('prod')).toContain('cnpg_collector_up{component=');
  expect(monitored('prod')).toContain('cnpg_pg_database_size_bytes');
  expect(monitored('prod')).not.toMatch(/[^_]pg_(up|stat_database_numbackends|database_size_bytes)/);
  expect(monitored('dev')).toMatch(/[^_]pg_up/);
  expect(monitored('dev')).not.toContain('cnpg_');
});

test('each instance is scraped by itself, by the job of the other form', () => {
  const monitoring = whole.units.find(({ path }) => path === 'overlays/prod/monitoring')!;
  const jobs = objectIn(monitoring, 'ConfigMap', 'prometheus-scrape') as unknown as { data: Record<string, string> };

  expect(jobs.data['callcenter-postgres.yml']).toContain('app.kubernetes.io/name in (postgres)');
  expect(jobs.data['callcenter-postgres.yml']).toContain('callcenter;postgres;metrics');
});

test('each way in which it fails is told by an alert', () => {
  const failures = watchedBy(whole).flatMap(each => each.failures);
  const own = failures.filter(({ environment, thing }) => environment === 'prod' && thing.includes('postgres'));
  const watched = own.filter(({ unwatched }) => unwatched === undefined);

  expect(watched.map(({ title, thing }) => `${title}: ${thing}`)).toEqual(
    expect.arrayContaining([
      'A service fails, and says so itself: callcenter/postgres lets nobody in',
      'A service fails, and says so itself: callcenter/postgres has no connection left',
      'A flow is dead: callcenter/postgres to callcenter/postgres',
    ]),
  );
});

test('what is wrong with either form has the same name', () => {
  expect(Object.keys(postgresClusterAlerts)).toEqual(expect.arrayContaining(Object.keys(postgresAlerts)));
});

test.each([
  [
    'a cluster without the operator',
    operated,
    ['cert-manager', 'external-secrets'],
    "prod/callcenter: postgres: 'managedBy' needs the operator 'cloudnative-pg', but cluster 'gcp' has none. It must be "
      + "left out, or 'operators' of the cluster must have it",
  ],
  [
    'an operator that nobody knows',
    { managedBy: 'cloudnativepg' },
    undefined,
    "prod/callcenter: postgres: 'managedBy' ('cloudnativepg') must be one of 'cloudnative-pg'",
  ],
  [
    'copies of a StatefulSet',
    { instances: 3 },
    undefined,
    "prod/callcenter: postgres: 'instances' (3) needs 'managedBy', because a StatefulSet of it has one pod",
  ],
  [
    'no instance',
    { managedBy: 'cloudnative-pg', instances: 0 },
    undefined,
    "prod/callcenter: postgres: 'instances' (0) must be a whole number from 1 to 9",
  ],
])('refuses %s', async (_title, settings, operators, message) => {
  await expect(synthesize(programWith(settings, operators))).rejects.toThrow(message);
});

function objectIn({ manifests }: Unit, kind: string, name: string, namespace?: string): Manifest {
  const found = manifests.find(
    ({ kind: other, metadata }) =>
      other === kind && metadata.name === name && (namespace === undefined || metadata.namespace === namespace),
  );
  if (!found) throw new Error(`There is no ${kind} ${name}`);
  return found;
}

function text(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}
