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
