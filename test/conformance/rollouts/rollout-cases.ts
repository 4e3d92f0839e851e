import type { RolloutCase } from './rollout-case.ts';

const small = { cpu: '2', memory: '8Gi', ephemeralStorage: '20Gi' } as const;
const withGpu = { ...small, gpus: { count: 1, model: 'NVIDIA-L4' } } as const;
const oneCore = { cpu: '1', cpuLimit: '1', memory: '64Mi', memoryLimit: '128Mi', scratch: '64Mi' } as const;
const largeModel = { cpu: '100m', cpuLimit: '1', memory: '5Gi', memoryLimit: '6Gi', scratch: '64Mi' } as const;
const own = {
  topologyKey: 'kubernetes.io/hostname',
  labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'rolled' } },
};
const shares = { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } };

/** Rollouts that stand still, as people report them: a row each. */
export const rolloutCases: readonly RolloutCase[] = [
  { title: 'the only GPU', nodes: [{ ...withGpu, count: 1 }], service: { gpus: { count: 1 } } },
  {
    title: 'the only GPU, with the strategy that Kubernetes has where nobody says one',
    nodes: [{ ...withGpu, count: 1 }],
    service: { gpus: { count: 1, model: 'NVIDIA-L4' } },
    strategy: shares,
  },
  {
    title: 'a GPU on each of two nodes, both in use',
    nodes: [{ ...withGpu, count: 2 }],
    service: { gpus: { count: 1 }, replicas: 2 },
  },
  {
    title: 'another GPU that is of another model',
    nodes: [
      { ...withGpu, count: 1 },
      { ...withGpu, count: 1, gpus: { count: 1, model: 'Tesla-T4' } },
    ],
    service: { gpus: { count: 1, model: 'NVIDIA-L4' } },
  },
  {
    title: 'two of three GPUs for each pod',
    nodes: [{ ...withGpu, count: 1, gpus: { count: 3, model: 'NVIDIA-L4' } }],
    service: { gpus: { count: 2 } },
  },
  {
    title: 'a model that takes more than half of the memory of the only node',
    nodes: [{ ...small, count: 1 }],
    service: { sizing: largeModel },
  },
  {
    title: 'replicas that fill all nodes',
    nodes: [{ ...small, count: 2 }],
    service: { sizing: oneCore, replicas: 4 },
  },
  {
    title: 'an autoscaler whose most pods fill all nodes',
    nodes: [{ ...small, count: 2 }],
    service: { sizing: oneCore, autoscaling: { min: 1, max: 4, cpuPercent: 70 } },
  },
  {
    title: 'others that fill the node',
    nodes: [{ ...small, count: 1 }],
    service: { sizing: oneCore },
    beside: { sizing: { ...oneCore, cpu: '500m' } },
    ownEnds: false,
  },
  {
    title: 'pods that refuse each other, on every node',
    nodes: [{ ...small, count: 2 }],
    service: { replicas: 2, affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [own] } } },
    ownEnds: false,
  },
  {
    title: 'pods that must be spread, and a node that one of them fills',
    nodes: [
      { ...small, count: 2 },
      { ...small, count: 1, cpu: '1' },
    ],
    service: { sizing: oneCore, replicas: 3, spread: { over: 'node', required: true } },
    ownEnds: false,
  },
];
