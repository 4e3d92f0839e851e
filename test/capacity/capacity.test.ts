import { capacityRows } from '../../lib/capacity/capacity-rows.ts';
import { sharesOf } from '../../lib/capacity/shares.ts';
import type { Platform } from '../../lib/model/platform.ts';
import { unitsOf } from '../../lib/synthesis.ts';
import { exampleRows } from '../fixtures/example.ts';
import { exampleEnvironment, examplePlatform } from '../fixtures/example-platform.ts';

async function rowsOn(name: string, platform: Platform): Promise<ReturnType<typeof capacityRows>> {
  const cluster = platform.clusters.find(each => each.name === name)!;
  return capacityRows(cluster, await sharesOf({ platform, ...unitsOf(platform) }));
}

test('an autoscaler asks for more at its most than at its least', async () => {
  const settings = {
    'edge-models': {
      'iris-classifier': {
        cpu: '1',
        cpuLimit: '1',
        memory: '1Gi',
        memoryLimit: '1Gi',
        autoscaling: { min: 1, max: 3, cpuPercent: 70 },
      },
      'wine-quality': { cpu: '250m', memory: '256Mi' },
      'fashion-mnist': { cpu: '250m', memory: '256Mi' },
    },
  } as const;
  const rows = await rowsOn('edge', examplePlatform({ environments: [exampleEnvironment('prod', { settings })] }));

  expect(rows.find(({ owner }) => owner === 'edge-models')).toEqual({
    cluster: 'edge',
    owner: 'edge-models',
    environment: 'prod',
    cpu: { least: '1500m', most: '3500m' },
    memory: { least: '1536Mi', most: '3584Mi' },
    disk: { least: '0', most: '0' },
    nodes: { least: 0.4, most: 1 },
  });
});

test('tools count once, and all of it is added up', async () => {
  const platform = examplePlatform();
  const rows = await rowsOn('gcp', platform);
  const tools = rows.filter(({ environment }) => environment === '').map(({ owner }) => owner);
  const megabytes = rows.slice(0, -1).map(({ memory }) => Number(/^(\d+)Mi$/.exec(memory.least)![1]));

  expect(tools).toEqual([...platform.clusters[0]!.operators, 'argocd', 'all']);
  expect(rows.at(-1)!.memory.least).toBe(`${megabytes.reduce((sum, each) => sum + each)}Mi`);
});

test('claims count for the disks of nodes, but for those of the networked class', async () => {
  const diskOf = async (name: string, data?: 'networked'): Promise<string> => {
    const { clusters, environments } = exampleRows;
    const platform = examplePlatform({
      clusters: clusters.map(row => (row.name === 'gcp' ? { ...row, networkedClass: 'anywhere' } : row)),
      environments: environments.map(row => (row.name === 'prod' && data ? { ...row, data } : row)),
    });
    const rows = await rowsOn('gcp', platform);
    return rows.find(({ owner, environment }) => owner === name && environment === 'prod')!.disk.least;
  };

  expect(await diskOf('mlflow')).toBe('5Gi');
  expect(await diskOf('callcenter')).toBe('60Gi');
  expect(await diskOf('mlflow', 'networked')).toBe('0');
  expect(await diskOf('callcenter', 'networked')).toBe('0');
});
