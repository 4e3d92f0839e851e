import { parse } from 'yaml';
import { edgeModelsOf } from '../../../lib/components/edge-models/index.ts';
import { asksOf } from '../../../lib/model/ask.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import { Surroundings } from '../../../lib/model/surroundings.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { Rendering } from '../../../lib/synth/render.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { exampleModels, exampleRows } from '../../fixtures/example.ts';
import { cluster } from '../../fixtures/platform.ts';
import {
  containerOf,
  filesOf,
  exampleEnvironment,
  examplePlatform,
  rendered,
} from '../../fixtures/example-platform.ts';

const prod = exampleEnvironment('prod');

test('each Prometheus says in which cluster and environment it judges', () => {
  expect(centralConfig(prod).global).toMatchObject({
    scrape_interval: '15s',
    external_labels: { cluster: 'gcp-mlops-platform', environment: 'prod' },
  });
  expect(centralConfig(exampleEnvironment('dev')).global).toMatchObject({ external_labels: { environment: 'dev' } });
});

test.each(['dev', 'prod'])('in %s nothing names a namespace of the other environment', name => {
  const other = name === 'dev' ? '-prod' : '-dev';
  const texts = ['monitoring', 'edge-monitoring'].map(component =>
    JSON.stringify(rendered(component, exampleEnvironment(name)).manifests),
  );

  expect(texts.filter(text => text.includes(other))).toEqual([]);
});

test('every endpoint with metrics is read by the one server or the other', () => {
  const { endpoints } = new Surroundings(examplePlatform(), prod);
  const wanted = new Set(endpoints.flatMap(({ metrics }) => metrics?.job ?? []));
  const read = [centralConfig(prod), collectorConfig(prod)].flatMap(config => Object.keys(jobs(config)));

  expect([...wanted].filter(job => !read.includes(job))).toEqual([]);
});

test('pods of its own cluster are found one by one, in the namespace and on the port of the registry', () => {
  expect(jobs(centralConfig(prod)).mlflow).toMatchObject({
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['mlflow-prod'] } }],
    relabel_configs: expect.arrayContaining([
      expect.objectContaining({ action: 'keep', regex: 'mlflow;mlflow;http' }),
      { target_label: 'cluster', replacement: 'gcp-mlops-platform' },
    ]),
  });
});

test('a service of several pods on another cluster is only asked whether it answers; series are handed over', () => {
  const central = jobs(centralConfig(prod));

  expect(central['k3d-ml-apps']).toMatchObject({
    static_configs: expect.arrayContaining([
      {
        targets: ['edge.example-tailnet.ts.net:30808'],
        labels: {
          cluster: 'k3d-on-premises',
          environment: 'edge',
          location: 'windows-workstation',
          component: 'edge-models',
          job: 'k3d-ml-apps',
          service: 'iris-classifier',
        },
      },
    ]),
    metric_relabel_configs: [{ source_labels: ['__name__'], regex: '.*', action: 'drop' }],
  });
  expect(central['edge-federation']).toMatchObject({
    honor_labels: true,
    metrics_path: '/federate',
    params: { 'match[]': expect.arrayContaining(['{job="k3d-ml-apps"}', '{job="kubernetes-cadvisor"}']) },
    static_configs: [{ targets: ['edge.example-tailnet.ts.net:30850'] }],
  });
  expect(jobs(collectorConfig(prod))['k3d-ml-apps']).toHaveProperty('kubernetes_sd_configs');
});

test('series whose samples bring their own times end with what they are about, not five minutes later', () => {
  const all = [centralConfig(prod), collectorConfig(prod)].map(jobs);

  for (const own of all) {
    expect(own['kubernetes-cadvisor']).toMatchObject({ track_timestamps_staleness: true });
  }
  expect(all[0]!['edge-federation']).toMatchObject({ track_timestamps_staleness: true });
});

test('moving MLflow to the edge moves its target and its namespace, and nothing else', () => {
  const moved = exampleEnvironment('prod', { placement: { mlflow: 'edge' } });
  const before = jobs(centralConfig(prod));
  const after = jobs(centralConfig(moved));

  expect(changed(before, after)).toEqual([
    // Whose objects and containers these tell of follows from the namespaces that are here.
    ...['argocd-application-controller', 'cert-manager', 'external-secrets'],
    ...['kube-state-metrics', 'kubernetes-cadvisor', 'mlflow'],
  ]);
  expect(after.mlflow!.static_configs).toMatchObject([{ targets: ['edge.example-tailnet.ts.net:30500'] }]);
  expect(changed(jobs(collectorConfig(prod)), jobs(collectorConfig(moved)))).toEqual([
    'edge-kube-state-metrics',
    'external-secrets',
    'kubernetes-cadvisor',
  ]);
  expect(filesOf(rendered('monitoring', moved), 'prometheus-rules')).toEqual(
    filesOf(rendered('monitoring', prod), 'prometheus-rules'),
  );
});

test('what moved is still reachable: the caller declares the flow, wherever both sides run', () => {
  const moved = exampleEnvironment('prod', { placement: { mlflow: 'edge' } });

  for (const environment of [prod, moved]) {
    expect(flowsOf(rendered('monitoring', environment))).toContainEqual({
      from: { component: 'monitoring', service: 'prometheus' },
      to: { endpoint: 'mlflow/mlflow' },
    });
  }
});

test('each kube-state-metrics watches the namespaces of its own cluster', () => {
  const namespaces = (component: string, name: string): string => {
    const args = containerOf(rendered(component, prod), 'Deployment', name).args as string[];
    return args.find(arg => arg.startsWith('--namespaces'))!;
  };

  expect(namespaces('monitoring', 'kube-state-metrics')).toBe(
    '--namespaces=argocd,callcenter-prod,cert-manager,external-secrets,mlflow-prod,monitoring-prod,tenant-a-prod,tenant-b-prod',
  );
  expect(namespaces('edge-monitoring', 'edge-kube-state-metrics')).toBe(
    '--namespaces=edge-monitoring-prod,external-secrets,ml-apps-prod',
  );
});

test('where everything shares a cluster, the central one reads it all itself', () => {
  const together = exampleEnvironment('prod', { placement: { 'edge-models': 'gcp' } });
  const alone = examplePlatform({ clusters: exampleRows.clusters.slice(0, 1), environments: [together] });
  const central = jobs(centralConfig(together, alone));

  expect(Object.keys(central).filter(name => name.endsWith('-federation'))).toEqual([]);
  expect(central['k3d-ml-apps']).toHaveProperty('kubernetes_sd_configs');
});

test('a cluster of the table is read whatever is placed on it, by a collector of its own', () => {
  const third = examplePlatform({ clusters: [...exampleRows.clusters, cluster('third', { operators: [] })] });
  const central = jobs(centralConfig(prod, third));

  expect(Object.keys(central)).toEqual(expect.arrayContaining(['edge-federation', 'third-federation']));
  expect(central['third-federation']).toMatchObject({
    static_configs: [{ targets: ['third.example-tailnet.ts.net:30850'], labels: { cluster: 'third' } }],
  });
  expect(rendered('third-monitoring', prod, third).manifests.length).toBeGreaterThan(5);
});

test('a component that moves to that cluster is read there', () => {
  const third = examplePlatform({ clusters: [...exampleRows.clusters, cluster('third', { operators: [] })] });
  const moved = exampleEnvironment('prod', { placement: { 'edge-models': 'third' } });

  const { params } = jobs(centralConfig(moved, third))['third-federation'] as { params: Record<string, string[]> };
  expect(params['match[]']).toContain('{job="k3d-ml-apps"}');
});

test("each cluster's own tools are read there, by the labels of their charts and on the port of their rows", () => {
  const central = jobs(centralConfig(prod));

  expect(central['argocd-application-controller']).toMatchObject({
    honor_labels: true,
    kubernetes_sd_configs: [
      {
        namespaces: { names: ['argocd'] },
        selectors: [{ role: 'pod', label: 'app.kubernetes.io/name=argocd-application-controller' }],
      },
    ],
    relabel_configs: expect.arrayContaining([
      { source_labels: ['__meta_kubernetes_pod_container_port_number'], regex: '8082', action: 'keep' },
      { target_label: 'component', replacement: 'argocd' },
    ]),
  });
  expect(Object.keys(central)).toEqual(expect.arrayContaining(['argocd-repo-server', 'cert-manager-webhook']));
  expect(jobs(collectorConfig(prod))).toHaveProperty('external-secrets');
  expect(jobs(collectorConfig(prod))).not.toHaveProperty('cert-manager');
  expect(central['edge-federation']).toMatchObject({
    params: { 'match[]': expect.arrayContaining(['{job="external-secrets"}']) },
  });
  expect(flowsOf(rendered('monitoring', prod))).toContainEqual({
    from: { component: 'monitoring', service: 'prometheus' },
    to: { tool: 'cert-manager', program: 'cert-manager' },
  });
});

test('of secrets and certificates each environment hears of its own, and of what is shared', () => {
  for (const [name, other] of [
    ['dev', 'prod'],
    ['prod', 'dev'],
  ] as const) {
    const { metric_relabel_configs: samples } = jobs(centralConfig(exampleEnvironment(name)))['external-secrets']!;
    const kept = new RegExp(`^(?:${(samples as { action?: string; regex: string }[]).at(1)!.regex})$`);

    expect(kept.test(`mlflow-${name}`)).toBe(true);
    expect(kept.test('argocd')).toBe(true);
    expect(kept.test(`mlflow-${other}`)).toBe(false);
  }
});

test('series say whose they are by a label that means the same in every environment', () => {
  for (const name of ['dev', 'prod']) {
    const central = jobs(centralConfig(exampleEnvironment(name)));
    const byNamespace = { source_labels: ['namespace'], regex: `mlflow-${name}`, target_label: 'component' };

    expect(central.mlflow!.relabel_configs).toContainEqual({
      source_labels: ['__meta_kubernetes_pod_label_app_kubernetes_io_part_of'],
      target_label: 'component',
    });
    expect(central['kube-state-metrics']!.metric_relabel_configs).toContainEqual({
      ...byNamespace,
      replacement: 'mlflow',
    });
    expect(central['kubernetes-cadvisor']!.metric_relabel_configs).toContainEqual({
      ...byNamespace,
      replacement: 'mlflow',
    });
    expect(JSON.stringify(central['edge-prometheus']!.static_configs)).toContain('"component":"edge-monitoring"');
  }
});

test('a service that goes leaves no target behind, and nobody asks for it', () => {
  const without = exampleEnvironment('prod', { placement: { mlflow: 'none' } });
  const rendering = rendered('monitoring', without);

  expect(jobs(centralConfig(without))).not.toHaveProperty('mlflow');
  expect(JSON.stringify(flowsOf(rendering))).not.toContain('mlflow/mlflow');
  expect(JSON.stringify(rendering.manifests)).not.toContain('mlflow-prod');
});

test('a new model or threshold starts no pod of the servers: they read their files again', () => {
  const more = examplePlatform({
    components: {
      ...exampleRows.components,
      'edge-models': edgeModelsOf([...exampleModels, { name: 'churn', image: 'x/churn:1.0.0', nodePort: 30811 }]),
    },
  });
  const podsOf = (platform: Platform): unknown[] =>
    ['monitoring', 'edge-monitoring'].flatMap(component =>
      rendered(component, prod, platform)
        .manifests.filter(({ kind }) => kind === 'StatefulSet' || kind === 'Deployment')
        .map(({ spec }) => (spec as JsonMap).template),
    );

  expect(podsOf(more)).toEqual(podsOf(examplePlatform()));
  expect(filesOf(rendered('edge-monitoring', prod, more), 'edge-prometheus-scrape')).not.toEqual(
    filesOf(rendered('edge-monitoring', prod), 'edge-prometheus-scrape'),
  );
});

test('kubelets are asked at their own addresses, with the right to read metrics and no more', () => {
  const { 'kubernetes-cadvisor': cadvisor, 'kubernetes-kubelet': kubelet } = jobs(centralConfig(prod));

  for (const [job, path] of [
    [cadvisor, '/metrics/cadvisor'],
    [kubelet, '/metrics'],
  ] as const) {
    expect(job).toMatchObject({ metrics_path: path, scheme: 'https', kubernetes_sd_configs: [{ role: 'node' }] });
    expect(JSON.stringify(job)).not.toMatch(/__address__|proxy/);
  }
  const rights = JSON.stringify(rightsOf(rendered('monitoring', prod)));
  expect(rights).toContain('nodes/metrics');
  expect(rights).not.toContain('nodes/proxy');
});

test('no job is scraped twice, and none by rights that no longer exist', () => {
  const rights = rightsOf(rendered('monitoring', prod));
  const names = (centralConfig(prod).scrape_configs as unknown as JsonMap[]).map(({ job_name: name }) => name);

  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('kubernetes-nodes');
  expect(JSON.stringify(rights)).not.toContain('extensions');
});

function centralConfig(environment?: Environment, platform?: Platform): JsonMap {
  return configOf(rendered('monitoring', environment, platform), 'prometheus');
}

function collectorConfig(environment?: Environment): JsonMap {
  return configOf(rendered('edge-monitoring', environment), 'edge-prometheus');
}

/** The configuration of a server with the jobs of all its files. */
function configOf(rendering: Rendering, server: string): JsonMap {
  const config = parse(filesOf(rendering, `${server}-config`)['prometheus.yml']!) as JsonMap;
  const scrapeConfigs = Object.values(filesOf(rendering, `${server}-scrape`)).flatMap(
    text => (parse(text) as { scrape_configs: JsonMap[] }).scrape_configs,
  );
  return { ...config, scrape_configs: scrapeConfigs };
}

function flowsOf({ asked }: Rendering): unknown[] {
  return asksOf(asked, 'flow').map(({ what }) => what);
}

function rightsOf({ asked }: Rendering): unknown[] {
  return asksOf(asked, 'api').map(({ what }) => what);
}

function jobs({ scrape_configs: configs }: JsonMap): Record<string, JsonMap> {
  return Object.fromEntries((configs as JsonMap[]).map(config => [config.job_name as string, config]));
}

function changed(before: Record<string, JsonMap>, after: Record<string, JsonMap>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
