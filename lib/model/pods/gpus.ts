import type { Scheduling, Toleration } from './scheduling.ts';

/** GPUs of one pod, or of one node. */
export interface Gpus {
  readonly count: number;

  /**
   * The model, as nodes carry it under a label, maker and all: `NVIDIA-L4`, `Tesla-T4`; where several pods share one,
   * `NVIDIA-L4-SHARED`. https://github.com/NVIDIA/k8s-device-plugin/blob/v0.20.0/docs/gpu-feature-discovery/README.md
   *
   * @default - a pod takes any; of a node nobody has said it, so no pod that names a model runs there
   */
  readonly model?: string;

  /** Name under which Kubernetes counts them, such as `amd.com/gpu` or a part of one. @default 'nvidia.com/gpu' */
  readonly device?: string;
}

/** GPUs that each node of a pool has. */
export interface NodeGpus extends Gpus {
  /**
   * Label of its nodes that says the model: other makers and clouds have other ones, with other names of models.
   * @default 'nvidia.com/gpu.product', which the device plugin's chart gives them
   */
  readonly modelLabel?: string;
}

/** What a pool of nodes says of its GPUs. */
export interface GpuPool {
  readonly gpus?: NodeGpus;
}

/** What a pod has that asks for GPUs. */
export type GpuPod = Scheduling & { readonly gpus?: Gpus };

const usual = { device: 'nvidia.com/gpu', modelLabel: 'nvidia.com/gpu.product' } as const;

/** Name under which Kubernetes counts them. */
export function deviceOf({ device = usual.device }: Pick<Gpus, 'device'>): string {
  return device;
}

/** GPUs as amounts of a container or of a node: `{ 'nvidia.com/gpu': 1 }`. */
export function devicesOf(gpus: Gpus | undefined): Readonly<Record<string, number>> {
  return gpus === undefined ? {} : { [deviceOf(gpus)]: gpus.count };
}

/** Labels that the nodes of a pool have for their GPUs. */
export function gpuLabelsOf({ gpus }: GpuPool): Readonly<Record<string, string>> {
  return gpus?.model === undefined ? {} : { [modelLabelOf(gpus)]: gpus.model };
}

/** Label that says the model of the GPUs of a pool. */
export function modelLabelOf({ modelLabel = usual.modelLabel }: Pick<NodeGpus, 'modelLabel'>): string {
  return modelLabel;
}

/**
 * A pod with what its GPUs need besides: it selects the model by the label that nodes have for it, and stands the taint
 * that keeps others off, which by custom has the name of the device.
 * https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#extendedresourcetoleration
 *
 * @param nodes pools of its cluster; in the base there are none, so the label is the usual one
 */
export function placedByGpus<Pod extends GpuPod>(pod: Pod, nodes: readonly GpuPool[]): Pod {
  const { gpus, nodeSelector, tolerations = [] } = pod;
  if (gpus === undefined) return pod;
  const key = deviceOf(gpus);
  const own: Toleration = { key, operator: 'Exists' };
  return {
    ...pod,
    tolerations: tolerations.some(each => each.key === key) ? tolerations : [...tolerations, own],
    ...(gpus.model !== undefined && { nodeSelector: { [labelFor(gpus, nodes)]: gpus.model, ...nodeSelector } }),
  };
}

/** The label of the nodes that have a model; the rows of a cluster agree on it. */
function labelFor(asked: Gpus, nodes: readonly GpuPool[]): string {
  const offering = nodes.find(({ gpus }) => gpus?.model === asked.model && deviceOf(gpus!) === deviceOf(asked));
  return modelLabelOf(offering?.gpus ?? {});
}
