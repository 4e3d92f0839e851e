import { findings } from '../../lib/checks/findings.ts';
import { dashboardsOf } from '../../lib/components/monitoring/grafana/dashboards.ts';
import { alertsOf } from '../../lib/model/alerts-of.ts';
import { Surroundings } from '../../lib/model/surroundings.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { gpuCases } from '../components/monitoring/alerts/gpu-cases.ts';
import { gpuCluster, gpuPlatform } from '../fixtures/gpu-platform.ts';
import { examplePlatform } from '../fixtures/example-platform.ts';
import { at, Synthesized } from '../fixtures/synthesized.ts';
import { mistakesToldBy } from '../fixtures/told.ts';

const all = gpuPlatform();
const synthesized = new Synthesized(all);

test('a cluster with all of it is rendered without a finding', async () => {
  const { units, delivery } = unitsOf(all);

  expect(await findings(units, { platform: all, delivery })).toEqual([]);
});

test('Karpenter makes the nodes of a pool as its row says them', () => {
  expect(synthesized.find('NodePool', 'gpu').spec).toEqual({
    template: {
      metadata: { labels: { 'nvidia.com/gpu.product': 'Tesla-T4', 'workload': 'inference' } },
      spec: {
        nodeClassRef: { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'default' },
        requirements: [
          { key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] },
          { key: 'kubernetes.io/os', operator: 'In', values: ['linux'] },
          { key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot', 'on-demand'] },
          { key: 'node.kubernetes.io/instance-type', operator: 'In', values: ['g4dn.xlarge', 'g4dn.2xlarge'] },
        ],
        taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
        expireAfter: '168h',
      },
    },
    limits: { 'nodes': '10', 'nvidia.com/gpu': '10' },
    disruption: { consolidationPolicy: 'WhenEmpty', consolidateAfter: '300s' },
  });
  expect(synthesized.find('EC2NodeClass', 'default').spec).toMatchObject({
    role: 'mlops-nodes',
    amiSelectorTerms: [{ alias: 'al2023@v20260801' }],
    subnetSelectorTerms: [{ tags: { 'karpenter.sh/discovery': 'mlops' } }],
    blockDeviceMappings: [{ ebs: { volumeType: 'gp3', volumeSize: '100Gi', encrypted: true } }],
  });
});

test('a label that Karpenter knows by itself is a requirement of the pool', () => {
  const [pool] = gpuCluster.nodes.filter(({ name }) => name === 'gpu');
  const modelLabel = 'karpenter.k8s.aws/instance-gpu-name';
  const nodes = [...gpuCluster.nodes.slice(0, -1), { ...pool!, gpus: { count: 1, model: 't4', modelLabel } }];
  const { spec } = new Synthesized(gpuPlatform({ nodes })).find('NodePool', 'gpu');

  expect(at(spec!, 'template', 'metadata', 'labels')).toEqual({ workload: 'inference' });
  expect(at(spec!, 'template', 'spec', 'requirements', 4)).toEqual({ key: modelLabel, operator: 'In', values: ['t4'] });
});

test('a pool of another architecture asks for instances of it', () => {
  const nodes = gpuCluster.nodes.map(pool => (pool.name === 'gpu' ? { ...pool, arch: 'arm64' as const } : pool));
  const { spec } = new Synthesized(gpuPlatform({ nodes })).find('NodePool', 'gpu');

  expect(at(spec!, 'template', 'spec', 'requirements', 0)).toMatchObject({ values: ['arm64'] });
});

test('operators may write where their charts do, and reach what they call', () => {
  expect(at(synthesized.find('AppProject', 'platform-gcp'), 'spec', 'destinations')).toContainEqual({
    name: 'in-cluster',
    namespace: 'kube-system',
  });
  expect(at(synthesized.find('NetworkPolicy', 'metrics-server', 'metrics-server'), 'spec', 'egress')).toContainEqual({
    to: [{ ipBlock: { cidr: '10.138.0.0/20' } }],
    ports: [{ port: 10250, protocol: 'TCP' }],
  });
});

test('alerts about GPUs, and their page, are where the exporter runs, and nowhere else', () => {
  const [withExporter, without] = [all, examplePlatform()].map(platform => {
    const surroundings = new Surroundings(
      platform,
      platform.environments.find(({ name }) => name === 'prod')!,
    );
    return {
      alerts: alertsOf(surroundings)
        .map(({ name }) => name)
        .filter(name => name.startsWith('GPU')),
      pages: dashboardsOf(surroundings)
        .map(({ uid }) => uid)
        .filter(uid => uid === 'gpus'),
    };
  });

  expect(withExporter).toEqual({ alerts: ['GPUIdle', 'GPUMemoryHigh', 'GPUPodPending'], pages: ['gpus'] });
  expect(without).toEqual({ alerts: [], pages: [] });
  expect(gpuCases.map(({ alert }) => alert)).toEqual(withExporter!.alerts);
});

test.each([
  [
    'two that answer for metrics',
    { bringsMetrics: true },
    "'operators' must not have 'metrics-server' unless 'bringsMetrics' is false: two would take one API from each other",
  ],
  [
    'nobody who answers for metrics',
    { operators: gpuCluster.operators.filter(name => name !== 'metrics-server') },
    "'operators' must have 'metrics-server' where 'bringsMetrics' is false: autoscalers count on it",
  ],
  [
    'pools that nobody makes',
    { operators: gpuCluster.operators.filter(name => name !== 'karpenter') },
    "'operators' must have 'karpenter', which makes the nodes of pool 'gpu'",
  ],
  [
    'Karpenter that does not know its cluster',
    { karpenter: undefined },
    "'karpenter' is missing, the operator 'karpenter' must know its cluster",
  ],
  [
    'an image that changes by itself',
    { karpenter: { ...gpuCluster.karpenter!, ami: 'al2023@latest' as 'al2023@v1' } },
    "'karpenter.ami' ('al2023@latest') must be an image at an exact version, such as 'al2023@v20260801'",
  ],
])('%s: is refused', (_title, change, message) => {
  expect(mistakesToldBy(() => gpuPlatform(change))).toEqual([expect.objectContaining({ message })]);
});
