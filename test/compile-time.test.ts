import { join } from 'node:path';
import ts from 'typescript';
import { example } from './fixtures/checkout.ts';

// What the compiler must refuse, so that an editor shows it while it is typed. Each row replaces one piece of a
// file that compiles.
const environment = `
import type { ClusterName } from '../argocd/clusters.ts';
import type { Environment } from '../lib/model/environment.ts';
import type * as components from './components.ts';
import { dev } from './dev.ts';

export const staging: Environment<typeof components, ClusterName> = {
  name: 'staging',
  placement: { ...dev.placement, mlflow: 'gcp' },
  settings: {
    mlflow: { mlflow: { memory: '512Mi', pods: { gracePeriod: 60 }, metadata: { labels: { team: 'ml' } } } },
    'edge-monitoring': { prometheus: { pods: { env: { LEVEL: 'debug' } } } },
    monitoring: { prometheus: { alerts: { ModelAccuracyLow: { threshold: 0.8 } } } },
  },
};
`;

const windows = `
import type { SyncWindow } from '../lib/model/sync-window.ts';
import type { Site } from '../lib/model/site.ts';

export const office: SyncWindow = { kind: 'allow', schedule: '0 8 * * 1-5', duration: '8h' };
export const site: Pick<Site, 'repositoryAccess' | 'revision' | 'registries'> = {
  repositoryAccess: { as: 'github-app', appId: 1, installationId: 2 },
  revision: '0123456789012345678901234567890123456789',
  registries: [{ host: 'ghcr.io', username: 'robot' }],
};
`;

const chart = `
import { Construct } from 'constructs';
import { HelmRelease } from '../lib/constructs/helm-release.ts';
import type { Memory } from '../lib/model/amounts.ts';
import type { SettingsOf } from '../lib/model/component-table.ts';
import { service } from '../lib/model/service.ts';

type Values = { readonly auth: { readonly enabled: boolean } };

class Cache extends Construct {
  constructor(scope: Construct, id: string, { memory = '64Mi' }: { readonly memory?: Memory } = {}) {
    super(scope, id);
    new HelmRelease<Values>(this, 'Default', {
      repository: 'oci://ghcr.io/example-org/charts',
      chart: 'cache',
      version: '1.2.3',
      values: { auth: { enabled: true } },
      kinds: ['apps/Deployment'],
      pods: [{ workload: 'Deployment', name: 'cache', containers: { cache: { limits: { memory } } } }],
    });
  }
}

const components = { store: { services: { cache: service({ construct: Cache, pods: { app: 'cache' } }) } } };
export const settings: SettingsOf<typeof components> = { store: { cache: { memory: '1Gi' } } };
`;

const service = `
import { Construct } from 'constructs';
import { connect } from '../lib/constructs/connections.ts';

export class Client extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    connect(this, 'mlflow/mlflow');
  }
}
`;

const customResource = `
import type { KafkaNodePool } from '../lib/kinds/schema/strimzi.ts';

export const pool: KafkaNodePool = {
  apiVersion: 'kafka.strimzi.io/v1',
  kind: 'KafkaNodePool',
  metadata: { name: 'nodes', labels: { 'strimzi.io/cluster': 'events' } },
  spec: {
    replicas: 3,
    roles: ['broker'],
    storage: { type: 'jbod', volumes: [{ type: 'persistent-claim', size: '10Gi' }] },
    resources: { limits: { memory: '2Gi' } },
  },
};
`;

test.each([
  ['an environment', environment],
  ['a custom resource', customResource],
  ['a service that calls an endpoint', service],
  ['a chart', chart],
  ['what is said of delivery', windows],
])('%s without mistakes compiles', (_title, source) => {
  expect(errorsOf(source)).toEqual([]);
});

test.each([
  ['an unknown component', environment, 'mlflow: { mlflow: {', 'mlfow: { mlflow: {', "'mlfow' does not exist in type"],
  ['an unknown service', environment, '{ mlflow: { memory', '{ mflow: { memory', "'mflow' does not exist in type"],
  ['an unknown prop', environment, 'memory:', 'memoryy:', "'memoryy' does not exist in type"],
  ['an unknown key of pods', environment, 'gracePeriod:', 'gracePeriodd:', "'gracePeriodd' does not exist in type"],
  ['an unknown key of metadata', environment, 'labels:', 'label:', "'label' does not exist in type"],
  ['an unknown key of the pods of a satellite', environment, 'env:', 'enw:', "'enw' does not exist in type"],
  ['a wrong unit', environment, "'512Mi'", "'4GB'", `Type '"4GB"' is not assignable`],
  ['an unknown cluster', environment, "mlflow: 'gcp'", "mlflow: 'gpc'", `Type '"gpc"' is not assignable`],
  [
    'a placement without a default',
    environment,
    "{ ...dev.placement, mlflow: 'gcp' }",
    "{ mlflow: 'gcp' }",
    "Property 'default' is missing",
  ],
  ['a component placed by a misspelt name', environment, "mlflow: 'gcp'", "mlfow: 'gcp'", "'mlfow' does not exist"],
  ['a satellite that is placed', environment, "mlflow: 'gcp'", "'edge-monitoring': 'gcp'", 'does not exist'],
  ['an unknown alert', environment, 'ModelAccuracyLow', 'ModelAccuracyLo', "'ModelAccuracyLo' does not exist in type"],
  ['an unknown field', customResource, 'replicas: 3', 'replicsa: 3', "'replicsa' does not exist in type"],
  ['a field of another type', customResource, 'replicas: 3', "replicas: '3'", "Type 'string' is not assignable"],
  ['a missing field', customResource, "type: 'persistent-claim', ", '', "Property 'type' is missing"],
  ['an unknown word', customResource, "'broker'", "'brokre'", `Type '"brokre"' is not assignable`],
  ['a wrong amount', customResource, "'2Gi'", "'2GB'", `Type '"2GB"' is not assignable`],
  ['an unknown endpoint', service, "'mlflow/mlflow'", "'mlflow/mlfow'", `'"mlflow/mlfow"' is not assignable`],
  ['an unknown value of a chart', chart, 'enabled: true', 'enabeld: true', "'enabeld' does not exist in type"],
  ['a value of a chart of another type', chart, 'enabled: true', "enabled: 'yes'", "Type 'string' is not assignable"],
  ['an unknown setting of a chart', chart, "{ memory: '1Gi' }", "{ memroy: '1Gi' }", "'memroy' does not exist in type"],
  ['an unknown workload of a chart', chart, "workload: 'Deployment'", "workload: 'Deploy'", `Type '"Deploy"' is not`],
  ['charts over HTTP', chart, 'oci://ghcr.io', 'http://ghcr.io', 'is not assignable to type'],
  ['a window of another sort', windows, "kind: 'allow'", "kind: 'alow'", `Type '"alow"' is not assignable`],
  ['a window for days', windows, "duration: '8h'", "duration: '8d'", `Type '"8d"' is not assignable`],
  [
    'a short revision',
    windows,
    "revision: '0123456789012345678901234567890123456789'",
    "revision: 'main'",
    'not assignable',
  ],
  ['a token in a row', windows, "as: 'github-app', appId: 1", "as: 'token', token: 'x'", 'does not exist in type'],
  ['a registry without a user', windows, ", username: 'robot'", '', "Property 'username' is missing"],
  ['an endpoint that no component has', service, "'mlflow/mlflow'", "'mlfow'", `'"mlfow"' is not assignable`],
])('%s does not compile', (_title, source, right, wrong, message) => {
  expect(source).toContain(right);

  const errors = errorsOf(source.replace(right, wrong));

  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain(message);
});

/** Messages of the compiler for a file that would lie in `overlays/` of the example. */
function errorsOf(source: string): string[] {
  const path = join(example(), 'overlays/tried-by-a-test.ts');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(example(), 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    example(),
  );
  options.noUnusedLocals = false; // replacing a piece may leave an import unused, which is not the point
  const host = ts.createCompilerHost(options);
  host.getCurrentDirectory = example;
  const { getSourceFile, fileExists } = host;
  host.fileExists = file => file === path || fileExists(file);
  host.getSourceFile = (file, target) => {
    if (file === path) return ts.createSourceFile(file, source, target);
    const known = parsed.get(file) ?? getSourceFile(file, target);
    if (known) parsed.set(file, known);
    return known;
  };
  // The table of components tells its names to the whole program.
  const program = ts.createProgram([path, join(example(), 'overlays/components.ts')], options, host);
  return program
    .getSemanticDiagnostics(program.getSourceFile(path))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

// Parsing the libraries is most of the work, and the same for every row.
const parsed = new Map<string, ts.SourceFile>();
