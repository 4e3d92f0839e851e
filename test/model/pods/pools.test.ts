import type { NodePool } from '../../../lib/model/cluster.ts';
import { poolsFor, unplaceable } from '../../../lib/model/pods/pools.ts';
import type { Scheduling } from '../../../lib/model/pods/scheduling.ts';

const size = { cpu: '4', memory: '8Gi', ephemeralStorage: '50Gi', count: 1 } as const;
const nodes: readonly NodePool[] = [
  { name: 'plain', ...size, labels: { disk: 'ssd', cores: '4' } },
  { name: 'arm', ...size, arch: 'arm64' },
  {
    name: 'gpu',
    ...size,
    labels: { gpu: 'yes', cores: '16' },
    taints: [
      { key: 'gpu', value: 'yes', effect: 'NoSchedule' },
      { key: 'spare', effect: 'PreferNoSchedule' },
    ],
  },
  { name: 'leaving', ...size, labels: { gpu: 'no' }, taints: [{ key: 'leaving', effect: 'NoExecute' }] },
];

test.each<[string, Scheduling, string[]]>([
  ['one that says nothing, on nodes without taints', {}, ['plain', 'arm']],
  ['one that selects a label of a pool', { nodeSelector: { disk: 'ssd' } }, ['plain']],
  ['one that selects what every node has', { nodeSelector: { 'kubernetes.io/os': 'linux' } }, ['plain', 'arm']],
  ['one that selects an architecture', { nodeSelector: { 'kubernetes.io/arch': 'arm64' } }, ['arm']],
  [
    'one that selects a node, whose name no row says',
    { nodeSelector: { 'kubernetes.io/hostname': 'a' } },
    ['plain', 'arm'],
  ],
  [
    'one that stands a taint',
    { tolerations: [{ key: 'gpu', value: 'yes', effect: 'NoSchedule' }] },
    ['plain', 'arm', 'gpu'],
  ],
  [
    'one that stands a taint of any value',
    { tolerations: [{ key: 'gpu', operator: 'Exists' }] },
    ['plain', 'arm', 'gpu'],
  ],
  ['one that stands another value', { tolerations: [{ key: 'gpu', value: 'no' }] }, ['plain', 'arm']],
  [
    'one that stands another effect',
    { tolerations: [{ key: 'gpu', operator: 'Exists', effect: 'NoExecute' }] },
    ['plain', 'arm'],
  ],
  ['one that stands a taint without a value', { tolerations: [{ key: 'leaving' }] }, ['plain', 'arm', 'leaving']],
  ['one that stands everything', { tolerations: [{ operator: 'Exists' }] }, ['plain', 'arm', 'gpu', 'leaving']],
  ['one that needs a label', { tolerations: all(), affinity: requiring('gpu', 'Exists') }, ['gpu', 'leaving']],
  ['one that needs a value', { tolerations: all(), affinity: requiring('gpu', 'In', 'yes', 'maybe') }, ['gpu']],
  [
    'one that needs another value',
    { tolerations: all(), affinity: requiring('gpu', 'NotIn', 'yes') },
    ['plain', 'arm', 'leaving'],
  ],
  ['one that needs no such label', { affinity: requiring('disk', 'DoesNotExist') }, ['arm']],
  ['one that needs more', { tolerations: all(), affinity: requiring('cores', 'Gt', '4') }, ['gpu']],
  ['one that needs less', { tolerations: all(), affinity: requiring('cores', 'Lt', '5') }, ['plain']],
  [
    'one that would like a label',
    {
      affinity: {
        nodeAffinity: {
          preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: term('x', 'Exists') }],
        },
      },
    },
    ['plain', 'arm'],
  ],
  [
    'one that needs one of two',
    {
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [term('x', 'Exists'), term('disk', 'Exists')],
          },
        },
      },
    },
    ['plain'],
  ],
])('%s', (_title, pod, names) => {
  expect(poolsFor(pod, nodes).map(({ name }) => name)).toEqual(names);
});

test.each<[Scheduling, string, string]>([
  [
    { nodeSelector: { disk: 'hdd' } },
    'nodeSelector',
    "must be labels of one pool of nodes: 'plain' has 'kubernetes.io/os=linux'",
  ],
  [{ affinity: requiring('disk', 'In', 'hdd') }, 'affinity', "must be met by a pool of nodes: 'plain' has"],
  [
    { nodeSelector: { gpu: 'yes' } },
    'tolerations',
    "must have one for the taints of a pool of nodes: 'gpu' has 'gpu=yes:NoSchedule'",
  ],
  [{ nodeSelector: { gpu: 'no' } }, 'tolerations', "'leaving' has 'leaving:NoExecute'"],
])('%j is told why no node may take it', (pod, field, must) => {
  expect(unplaceable(pod, nodes)).toMatchObject({ field, must: expect.stringContaining(must) as string });
});

test('nothing is in the way where there are no nodes, or where one may take it', () => {
  expect(unplaceable({ nodeSelector: { disk: 'hdd' } }, [])).toBeUndefined();
  expect(unplaceable({ nodeSelector: { disk: 'ssd' } }, nodes)).toBeUndefined();
});

test.each([[7], ['x'], [null], [[7]], [{ nodeAffinity: 7 }], [{ key: [] }]])(
  'a pod that says %j is judged all the same',
  wrong => {
    const pod = { nodeSelector: wrong, tolerations: wrong, affinity: wrong } as unknown as Scheduling;

    expect(() => unplaceable(pod, nodes)).not.toThrow();
  },
);

function all(): Scheduling['tolerations'] {
  return [{ operator: 'Exists' }];
}

type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist' | 'Gt' | 'Lt';

function term(key: string, operator: Operator, ...values: readonly string[]) {
  return { matchExpressions: [{ key, operator, ...(values.length > 0 && { values }) }] };
}

function requiring(...requirement: Parameters<typeof term>): Scheduling['affinity'] {
  const required = { nodeSelectorTerms: [term(...requirement)] };
  return { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: required } };
}
