import { parse } from 'yaml';
import type { Environment } from '../../../lib/model/environment.ts';
import type { Platform } from '../../../lib/model/platform.ts';
import type { JsonMap } from '../../../lib/yaml/json.ts';
import { cluster } from '../../fixtures/platform.ts';
import { containerOf, filesOf, realEnvironment, realPlatform, rendered } from '../../fixtures/real-platform.ts';

const prod = realEnvironment('prod');

test('each Prometheus says in which cluster and environment it judges', () => {
  expect(centralConfig(prod).global).toMatchObject({
    scrape_interval: '15s',
    external_labels: { cluster: 'gcp-mlops-platform', environment: 'prod' },
  });
  expect(centralConfig(realEnvironment('dev')).global).toMatchObject({ external_labels: { environment: 'dev' } });
});

test.each(['dev', 'prod'])('in %s nothing names a namespace of the other environment', name => {
  const other = name === 'dev' ? '-prod' : '-dev';
  const texts = ['monitoring', 'edge-monitoring'].map(component =>
    JSON.stringify(rendered(component, realEnvironment(name)).manifests),
  );

  expect(texts.filter(text => text.includes(other))).toEqual([]);
});

test('every endpoint with metrics is read by the one server or the other', () => {
  const { endpoints } = realPlatform();
  const wanted = new Set(Object.values(endpoints).flatMap(({ metrics }) => metrics?.job ?? []));
  const read = [centralConfig(prod), collectorConfig(prod)].flatMap(config => Object.keys(jobs(config)));

  expect([...wanted].filter(job => !read.includes(job))).toEqual([]);
});

test('pods of its own cluster are found one by one, in the namespace and on the port of the registry', () => {
  expect(jobs(centralConfig(prod)).mlflow).toMatchObject({
    kubernetes_sd_configs: [{ role: 'pod', namespaces: { names: ['mlflow-prod'] } }],
    relabel_configs: expect.arrayContaining([
      expect.objectContaining({ action: 'keep', regex: 'mlflow-prod;mlflow;http' }),
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

test('moving MLflow to the edge moves its target and its namespace, and nothing else', () => {
  const moved = realEnvironment('prod', { placement: { mlflow: 'edge' } });
  const before = jobs(centralConfig(prod));
  const after = jobs(centralConfig(moved));

  expect(changed(before, after)).toEqual(['kubernetes-cadvisor', 'mlflow']);
  expect(after.mlflow!.static_configs).toMatchObject([{ targets: ['edge.example-tailnet.ts.net:30500'] }]);
  expect(changed(jobs(collectorConfig(prod)), jobs(collectorConfig(moved)))).toEqual(['kubernetes-cadvisor']);
  expect(filesOf(rendered('monitoring', moved), 'prometheus-rules')).toEqual(
    filesOf(rendered('monitoring', prod), 'prometheus-rules'),
  );
});

test('what moved is still reachable: the caller declares the flow, wherever both sides run', () => {
  const moved = realEnvironment('prod', { placement: { mlflow: 'edge' } });

  for (const environment of [prod, moved]) {
    expect(rendered('monitoring', environment).flows).toContainEqual({
      from: { component: 'monitoring', service: 'prometheus' },
      to: { endpoint: 'mlflow' },
    });
  }
});

test('each kube-state-metrics watches the namespaces of its own cluster', () => {
  const namespaces = (component: string, name: string): string => {
    const args = containerOf(rendered(component, prod), 'Deployment', name).args as string[];
    return args.find(arg => arg.startsWith('--namespaces'))!;
  };

  expect(namespaces('monitoring', 'kube-state-metrics')).toBe('--namespaces=mlflow-prod,monitoring-prod');
  expect(namespaces('edge-monitoring', 'edge-kube-state-metrics')).toBe(
    '--namespaces=edge-monitoring-prod,ml-apps-prod',
  );
});

test('where both servers share a cluster, the central one reads everything itself', () => {
  const together = realEnvironment('prod', { placement: { 'edge-monitoring': 'gcp', 'edge-models': 'gcp' } });
  const central = jobs(centralConfig(together));

  expect(central).not.toHaveProperty('edge-federation');
  expect(central['k3d-ml-apps']).toHaveProperty('kubernetes_sd_configs');
});

test('refuses a service of several pods on a cluster where nobody can read them', () => {
  const platform = realPlatform();
  const third = { ...platform, clusters: [...platform.clusters, cluster('third')] };
  const lost = realEnvironment('prod', { placement: { 'edge-models': 'third' } });

  expect(() => centralConfig(lost, third)).toThrow(
    "Endpoint 'iris-classifier': on cluster 'third' neither 'monitoring' nor 'edge-monitoring' can scrape it, "
      + "'edge-models' must be placed elsewhere",
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
  const rights = JSON.stringify(rendered('monitoring', prod).apiAccess);
  expect(rights).toContain('nodes/metrics');
  expect(rights).not.toContain('nodes/proxy');
});

test('no job is scraped twice, and none by rights that no longer exist', () => {
  const { apiAccess } = rendered('monitoring', prod);
  const names = (centralConfig(prod).scrape_configs as JsonMap[]).map(({ job_name: name }) => name);

  expect(new Set(names).size).toBe(names.length);
  expect(names).not.toContain('kubernetes-nodes');
  expect(JSON.stringify(apiAccess)).not.toContain('extensions');
});

function centralConfig(environment?: Environment, platform?: Platform): JsonMap {
  const files = filesOf(rendered('monitoring', environment, platform), 'prometheus-config');
  return parse(files['prometheus.yml']!) as JsonMap;
}

function collectorConfig(environment?: Environment): JsonMap {
  const files = filesOf(rendered('edge-monitoring', environment), 'edge-prometheus-config');
  return parse(files['prometheus.yml']!) as JsonMap;
}

function jobs({ scrape_configs: configs }: JsonMap): Record<string, JsonMap> {
  return Object.fromEntries((configs as JsonMap[]).map(config => [config.job_name as string, config]));
}

function changed(before: Record<string, JsonMap>, after: Record<string, JsonMap>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .sort()
    .filter(name => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}
