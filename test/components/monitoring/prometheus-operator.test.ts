import { parse } from 'yaml';
import type { HelmChart } from '../../../lib/model/helm-chart.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Rows } from '../../../lib/model/platform.ts';
import { synthesize } from '../../../lib/synthesis.ts';
import type { Synthesis } from '../../../lib/synthesis.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { exampleProgram } from '../../fixtures/example.ts';
import { exampleEnvironment } from '../../fixtures/example-platform.ts';

const stack: HelmChart = {
  repository: 'https://prometheus-community.github.io/helm-charts',
  chart: 'kube-prometheus-stack',
  version: '1.2.3',
  namespace: 'prometheus',
  values: {},
  kinds: { cluster: [], namespaced: ['apps/Deployment'] },
};

let plain: Synthesis;
let operated: Synthesis;

beforeAll(async () => {
  plain = await synthesize(exampleProgram);
  operated = await synthesize(programWith('none'));
}, 300_000);

test('an environment without a server of the house is read by that of the operator, without a finding', () => {
  expect(operated.findings).toEqual([]);
  expect(objects('ServiceMonitor').length).toBeGreaterThan(5);
});

test('shipped clusters have no such operator, and nothing for it', () => {
  expect(JSON.stringify(plain.units.flatMap(({ manifests }) => manifests))).not.toContain('monitoring.coreos.com/v1"');
});

test('nothing is read twice: with a server of the house there is nothing for the operator', async () => {
  const { units, findings } = await synthesize(programWith('gcp'));
  const kinds = new Set(units.flatMap(({ manifests }) => manifests.map(({ kind }) => kind)));

  expect(findings).toEqual([]);
  expect(kinds).not.toContain('ServiceMonitor');
  expect(kinds).not.toContain('PrometheusRule');
}, 300_000);

test('each endpoint with metrics has one ServiceMonitor', () => {
  const { surroundings } = operated.delivery.environments.find(({ environment }) => environment.name === 'prod')!;
  const expected = surroundings.endpoints.filter(({ metrics }) => metrics).map(({ name }) => name);

  expect(
    objects('ServiceMonitor')
      .map(({ component, manifest }) => `${component}/${manifest.metadata.name}`)
      .sort(),
  ).toEqual(expected.sort());
});

test('each finds exactly one Service, which has its port', () => {
  const found = objects('ServiceMonitor').map(({ component, manifest }) => {
    const { selector, endpoints } = manifest.spec as unknown as MonitorSpec;
    const [{ port, relabelings }] = endpoints;
    const kept = relabelings.filter(({ action }) => action === 'keep');
    return objects('Service')
      .filter(service => service.component === component)
      .map(service => service.manifest)
      .filter(({ metadata }) =>
        isWithin(selector.matchLabels, (metadata.labels ?? {}) as Readonly<Record<string, unknown>>),
      )
      .filter(({ metadata }) => kept.every(({ regex }) => regex === metadata.name))
      .map(({ spec }) => (spec as unknown as ServiceSpec).ports.filter(({ name }) => name === port).length);
  });

  expect(found).toEqual(found.map(() => [1]));
});

test('series carry the labels of the plain jobs, and are read every 30 seconds', () => {
  const { endpoints } = objects('ServiceMonitor').find(({ manifest }) => manifest.metadata.name === 'postgres-metrics')!
    .manifest.spec as unknown as MonitorSpec;

  expect(endpoints).toMatchObject([{ port: 'metrics', interval: '30s' }]);
  expect(Object.fromEntries(endpoints[0].relabelings.map(each => [each.targetLabel, each.replacement]))).toMatchObject({
    cluster: 'gcp-mlops-platform',
    component: 'callcenter',
    job: 'callcenter-postgres',
    service: 'postgres',
  });
});

test('alerts are those of the rule files, by the same expressions, each once', () => {
  const files = plainGroups();
  const groups = objects('PrometheusRule').flatMap(({ manifest }) => (manifest.spec as { groups: Group[] }).groups);
  const names = groups.map(({ name }) => name);

  expect(names.length).toBeGreaterThan(20);
  expect(new Set(names).size).toBe(names.length);
  expect(groups).toEqual(names.map(name => files.get(name)));
});

test('no alert of a component is left out', () => {
  const { surroundings } = operated.delivery.environments.find(({ environment }) => environment.name === 'prod')!;
  const expected = surroundings.components.flatMap(component => {
    const { alerts = {}, services } = surroundings.platform.components[component]!;
    return [alerts, ...Object.values(services).map(service => service.alerts ?? {})].flatMap(Object.keys);
  });
  const groups = objects('PrometheusRule').flatMap(({ manifest }) => (manifest.spec as { groups: Group[] }).groups);

  expect(groups.map(({ name }) => name).sort()).toEqual([...new Set(expected)].sort());
});

test('all of it has the label by which the release finds it', () => {
  const { helm } = operated.units
    .flatMap(({ manifests }) => manifests)
    .flatMap(({ kind, spec }) => (kind === 'Application' ? [(spec as unknown as ApplicationSpec).source] : []))
    .find(({ chart }) => chart === stack.chart)!;

  for (const { manifest } of [...objects('ServiceMonitor'), ...objects('PrometheusRule')]) {
    expect(manifest.metadata.labels).toMatchObject({ release: helm.releaseName });
  }
});

test('policies let the servers of the operator in, and nobody else for their sake', () => {
  const policies = objects('NetworkPolicy').filter(({ manifest }) => manifest.metadata.name === 'redis');

  expect(JSON.stringify(policies[0]!.manifest.spec)).toContain(
    JSON.stringify({
      namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'prometheus' } },
      podSelector: { matchLabels: { 'app.kubernetes.io/name': 'prometheus' } },
    }),
  );
});

interface MonitorSpec {
  readonly selector: { readonly matchLabels: Record<string, string> };
  readonly endpoints: readonly [{ readonly port: string; readonly relabelings: readonly Record<string, string>[] }];
}

interface ServiceSpec {
  readonly ports: readonly { readonly name: string }[];
}

interface ApplicationSpec {
  readonly source: { readonly chart?: string; readonly helm: { readonly releaseName: string } };
}

interface Group extends JsonMap {
  readonly name: string;
}

/** Objects of prod, with whose they are. */
function objects(kind: string): { readonly component: string; readonly manifest: Manifest }[] {
  return operated.units
    .filter(({ environment, owner }) => environment === 'prod' && owner === 'component')
    .flatMap(({ component, manifests }) => manifests.map(manifest => ({ component, manifest })))
    .filter(({ manifest }) => manifest.kind === kind);
}

/** The groups of the rule files of the shipped prod, by name. */
function plainGroups(): Map<string, Group> {
  const { manifests } = plain.units.find(({ path }) => path === 'overlays/prod/monitoring')!;
  const { data } = manifests.find(({ metadata }) => metadata.name === 'prometheus-rules')!;
  const groups = Object.values(data as Record<string, string>).flatMap(
    text => (parse(text) as { groups: Group[] }).groups,
  );
  return new Map(groups.map(group => [group.name, group]));
}

function isWithin(labels: Readonly<Record<string, string>>, others: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(labels).every(([key, value]) => others[key] === value);
}

/** Both clusters have the operator. @param monitoring where the servers of the house run in prod */
function programWith(monitoring: string): typeof exampleProgram {
  const { monitoring: _gone, ...settings } = exampleEnvironment('prod').settings;
  const prod = exampleEnvironment('prod', { placement: { monitoring }, settings });
  return {
    ...exampleProgram,
    operators: { ...exampleProgram.operators, 'prometheus-operator': stack },
    clusters: exampleProgram.clusters.map(row => ({ ...row, operators: [...row.operators, 'prometheus-operator'] })),
    environments: exampleProgram.environments.map(row => (row.name === 'prod' ? prod : row)) as Rows['environments'],
  };
}
