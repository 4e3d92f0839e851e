import { parse } from 'yaml';
import type { Manifest } from '../../../lib/model/manifest.ts';
import { synthesize } from '../../../lib/synthesis.ts';
import type { Synthesis } from '../../../lib/synthesis.ts';
import { exampleProgram } from '../../fixtures/example.ts';
import { programWith, stack } from './operator-program.ts';

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
  const { surroundings } = prodOf(operated);
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

test('alerts are those of the rule files: the same but for what tells whose they are', () => {
  const files = plainGroups();

  expect(judged().length).toBeGreaterThan(20);
  for (const { component, group } of judged()) {
    const [plainRule] = files.get(group.name)!.rules;
    const [rule] = group.rules;

    expect(selects(rule.expr)).toEqual(selects(plainRule.expr));
    expect(rule.for).toBe(plainRule.for);
    expect(rule.labels).toMatchObject({ ...plainRule.labels, cluster: clusterOf(component) });
    expect(rule.expr).not.toMatch(/component=|tenant[!=]/);
  }
});

test('what an alert of a component reads of pods and containers, it reads of its own namespace', () => {
  const { surroundings } = prodOf(operated);
  for (const { component, group } of judged()) {
    const own = `namespace="${surroundings.namespaceOf(component)}"`;
    const elsewhere = selects(group.rules[0].expr, /\b(?:kube|container)_\w+\{[^}]*\}/g).filter(
      text => !text.includes(own),
    );

    expect(elsewhere).toEqual([]);
  }
});

test('each tenant has its own alerts, which name it where the series do not', () => {
  const rules = objects('PrometheusRule').filter(({ component }) => component.startsWith('tenant-'));
  const [ofA, ofB] = rules.map(({ manifest }) => JSON.stringify(manifest.spec));

  expect(rules.map(({ component }) => component)).toEqual(['tenant-a', 'tenant-b']);
  expect(ofA).toContain('Pod {{ $labels.pod }} of tenant-a is not ready.');
  expect(ofA).not.toContain('$labels.tenant');
  expect(ofA).not.toContain('tenant-b');
  expect(ofB!.replaceAll('tenant-b', 'tenant-a')).toBe(ofA);
});

test('no alert of a component is left out', () => {
  const { surroundings } = prodOf(operated);
  const expected = surroundings.components.flatMap(component => {
    const { alerts = {}, services } = surroundings.platform.components[component]!;
    return [alerts, ...Object.values(services).map(service => service.alerts ?? {})]
      .flatMap(Object.keys)
      .map(name => `${component}/${name}`);
  });

  expect(
    judged()
      .map(({ component, group }) => `${component}/${group.name}`)
      .sort(),
  ).toEqual(expected.sort());
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

interface Group {
  readonly name: string;
  readonly rules: readonly [{ readonly expr: string; readonly for: string; readonly labels: Record<string, string> }];
}

/** Groups of all PrometheusRules, with whose they are. */
function judged(): { readonly component: string; readonly group: Group }[] {
  return objects('PrometheusRule').flatMap(({ component, manifest }) =>
    (manifest.spec as unknown as { readonly groups: readonly Group[] }).groups.map(group => ({ component, group })),
  );
}

/** What an expression reads: by default the metrics alone. */
function selects(expr: string, of = /\b[a-z_:]\w+(?=\{)/gi): string[] {
  return [...expr.matchAll(of)].map(([text]) => text);
}

function prodOf({ delivery }: Synthesis): Synthesis['delivery']['environments'][number] {
  return delivery.environments.find(({ environment }) => environment.name === 'prod')!;
}

function clusterOf(component: string): string {
  return prodOf(operated).surroundings.clusterOf(component).metricLabels.cluster;
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
    text => (parse(text) as { readonly groups: readonly Group[] }).groups,
  );
  return new Map(groups.map(group => [group.name, group]));
}

function isWithin(labels: Readonly<Record<string, string>>, others: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(labels).every(([key, value]) => others[key] === value);
}
