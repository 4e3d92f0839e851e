import { checkedPlatform } from '../../../lib/model/check-input.ts';
import type { Environment } from '../../../lib/model/environment.ts';
import type { Manifest } from '../../../lib/model/manifest.ts';
import type { Rows } from '../../../lib/model/platform.ts';
import type { Tenant } from '../../../lib/model/tenant.ts';
import { synthesize } from '../../../lib/synthesis.ts';
import { exampleProgram, exampleRows } from '../../fixtures/example.ts';
import { at, Synthesized } from '../../fixtures/synthesized.ts';
import { exampleWith, tenantsIn, withTenants } from './tenant-platform.ts';

const quota = { cpu: '4', memory: '8Gi' } as const;
const plain: Tenant = { name: 'ada', quota };

describe('a row', () => {
  const all = new Synthesized(exampleWith([plain]));
  const find = (kind: string, name = 'ml-inference'): Manifest => all.find(kind, name, 'ada-prod');

  test('becomes everything that a tenant has', () => {
    const kinds = all
      .objects()
      .filter(({ metadata }) => [metadata.namespace, metadata.name].includes('ada-prod'))
      .map(({ kind, metadata }) => `${kind} ${metadata.name}`);

    expect(kinds.sort()).toEqual([
      'Deployment ml-inference',
      'HorizontalPodAutoscaler ml-inference',
      'LimitRange limits',
      'Namespace ada-prod',
      'NetworkPolicy allow-dns',
      'NetworkPolicy default-deny',
      'NetworkPolicy ml-inference',
      'PodDisruptionBudget ml-inference',
      'ResourceQuota quota',
      'Role ml-inference',
      'RoleBinding ml-inference',
      'Service ml-inference',
      'ServiceAccount ml-inference',
    ]);
  });

  test('lets its account list pods and read their logs, and do nothing else anywhere', () => {
    const rights = all
      .objects()
      .filter(({ kind }) => kind.endsWith('RoleBinding'))
      .filter(({ subjects }) => JSON.stringify(subjects).includes('ada-prod'));

    expect(find('Role').rules).toEqual([{ apiGroups: [''], resources: ['pods', 'pods/log'], verbs: ['get', 'list'] }]);
    expect(rights.map(({ kind, metadata }) => `${kind} of ${metadata.namespace}`)).toEqual(['RoleBinding of ada-prod']);
    expect(find('ServiceAccount').automountServiceAccountToken).toBe(false);
  });

  test.each([
    ['dev', 1, 3],
    ['prod', 2, 10],
  ])('scales in %s from %i to %i pods at half of the CPU, at once up and slowly down', (environment, least, most) => {
    const scaler = all.find('HorizontalPodAutoscaler', 'ml-inference', `ada-${environment}`);

    expect(scaler.spec).toMatchObject({
      minReplicas: least,
      maxReplicas: most,
      metrics: [{ resource: { name: 'cpu', target: { averageUtilization: 50 } } }],
      behavior: {
        scaleDown: {
          stabilizationWindowSeconds: 300,
          policies: [{ type: 'Percent', value: 50, periodSeconds: 15 }],
        },
        scaleUp: {
          stabilizationWindowSeconds: 0,
          selectPolicy: 'Max',
          policies: [
            { type: 'Percent', value: 100, periodSeconds: 15 },
            { type: 'Pods', value: 2, periodSeconds: 15 },
          ],
        },
      },
    });
    expect(at(all.find('Deployment', 'ml-inference', `ada-${environment}`), 'spec', 'replicas')).toBeUndefined();
  });

  test('bounds what its pods request as it says, and the rest as they need with a rollout at their most', () => {
    expect(at(find('ResourceQuota', 'quota'), 'spec', 'hard')).toMatchObject({
      'requests.cpu': '4',
      'requests.memory': '8Gi',
      'limits.cpu': '10',
      'limits.memory': '10Gi',
      'pods': '20',
    });
  });

  test('never bounds limits below the requests that it grants', () => {
    const generous = { cpu: '100', memory: '100Gi' } as const;
    const bounded = new Synthesized(exampleWith([{ ...plain, quota: generous }]));

    expect(at(bounded.find('ResourceQuota', 'quota', 'ada-prod'), 'spec', 'hard')).toMatchObject({
      'limits.cpu': '100',
      'limits.memory': '100Gi',
    });
  });
});

test('a row may have its own image, sizes, devices, model and host', () => {
  const row: Tenant = {
    name: 'ada',
    quota,
    image: 'ghcr.io/example-org/own:2.0.0',
    cpu: '150m',
    model: 'sentiment@champion',
    hosts: { prod: 'ada.example.com' },
    gpus: { count: 1, model: 'NVIDIA-L4' },
  };
  const all = new Synthesized(exampleWith([row]));
  const container = (environment: string) =>
    at(all.find('Deployment', 'ml-inference', `ada-${environment}`), 'spec', 'template', 'spec', 'containers', 0)!;

  expect(container('prod')).toMatchObject({
    image: 'ghcr.io/example-org/own:2.0.0',
    env: [
      { name: 'TENANT_NAME', value: 'ada' },
      { name: 'MLFLOW_TRACKING_URI', value: 'http://mlflow.mlflow-prod.svc.cluster.local:5000' },
      { name: 'MODEL_URI', value: 'models:/sentiment@champion' },
    ],
    resources: { requests: { cpu: '150m', memory: '128Mi' }, limits: { 'cpu': '500m', 'nvidia.com/gpu': '1' } },
  });
  const { spec } = all.find('Deployment', 'ml-inference', 'ada-prod');
  expect(at(spec!, 'template', 'spec')).toMatchObject({
    nodeSelector: { 'nvidia.com/gpu.product': 'NVIDIA-L4' },
    tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists' }],
  });
  // One GPU more than the tenant holds may not be free, so an old pod leaves first.
  expect(at(spec!, 'strategy', 'rollingUpdate')).toEqual({ maxSurge: 0, maxUnavailable: 1 });
  expect(all.find('Ingress', 'ml-inference', 'ada-prod').spec).toMatchObject({
    tls: [{ hosts: ['ada.example.com'] }],
    rules: [{ host: 'ada.example.com' }],
  });
  expect(() => all.find('Ingress', 'ml-inference', 'ada-dev')).toThrow('There is no Ingress');
});

describe('an environment', () => {
  const rows = [plain, { ...plain, name: 'bay' }];

  test('says something of all tenants, or of one, which counts more', () => {
    const settings = {
      tenants: { 'ml-inference': { cpu: '120m', autoscaling: { min: 2, max: 4, cpuPercent: 50 } } },
      bay: { 'ml-inference': { cpu: '140m' } },
    };
    const all = new Synthesized(checked(withTenants(rows, { environments: [tenantsIn('prod', 0, { settings })] })));
    const requested = (tenant: string) =>
      at(all.find('Deployment', 'ml-inference', `${tenant}-prod`), 'spec', 'template', 'spec', 'containers', 0)!;

    expect(requested('ada')).toMatchObject({ resources: { requests: { cpu: '120m' } } });
    expect(requested('bay')).toMatchObject({ resources: { requests: { cpu: '140m' } } });
    expect(all.find('HorizontalPodAutoscaler', 'ml-inference', 'bay-prod').spec).toMatchObject({ maxReplicas: 4 });
  });

  test.each<[string, Environment['placement'], string[]]>([
    ['all of them nowhere', { default: 'cloud', tenants: 'none' }, []],
    ['one of them nowhere', { default: 'cloud', bay: 'none' }, ['ada']],
    ['one of them alone', { default: 'cloud', tenants: 'none', bay: 'cloud' }, ['bay']],
  ])('places %s', (_, placement, there) => {
    const environments = [tenantsIn('prod', 0, { placement, settings: {} })];
    const { components } = checked(withTenants(rows, { environments }));
    const all = new Synthesized(checked(withTenants(rows, { environments })));

    expect(Object.keys(components)).toEqual(expect.arrayContaining(['ada', 'bay']));
    expect(all.names('Namespace', 'clusters/cloud/prod').filter(name => /^(?:ada|bay)/.test(name))).toEqual(
      there.map(name => `${name}-prod`),
    );
  });
});

test('a platform without tenants is one', () => {
  const without = exampleWith([]);

  expect(new Synthesized(without).names('Role')).toEqual([]);
  expect(JSON.stringify(new Synthesized(without).units)).not.toContain('ml-inference');
});

test('the example with its tenants nowhere has no finding', async () => {
  const environments = exampleRows.environments.map(
    each => ({ ...each, placement: { ...each.placement, tenants: 'none' }, settings: {} }) as Environment,
  );

  const { findings } = await synthesize({ ...exampleProgram, environments });

  expect(findings).toEqual([]);
});

function checked(written: Rows) {
  return checkedPlatform(written, {});
}
