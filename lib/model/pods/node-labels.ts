import type { Json } from '../../yaml/json.ts';
import { listAt, textAt, textsAt } from '../../yaml/json-path.ts';
import type { NodePool } from '../cluster.ts';
import { gpuLabelsOf } from './gpus.ts';
import type { Scheduling } from './scheduling.ts';

/** Each node has another one, which no row says. */
const hostName = 'kubernetes.io/hostname';

/** Labels of the nodes of a pool: those that its row says, and those that every node has. */
export function labelsOfPool(pool: NodePool): Readonly<Record<string, string>> {
  const { arch = 'amd64', labels } = pool;
  return { 'kubernetes.io/os': 'linux', 'kubernetes.io/arch': arch, ...gpuLabelsOf(pool), ...labels };
}

/** Whether the nodes of a pool have the labels that a pod selects. */
export function hasSelectedLabels(pool: NodePool, { nodeSelector }: Scheduling): boolean {
  const labels = labelsOfPool(pool);
  return Object.entries(textsAt(nodeSelector as Json)).every(
    ([key, value]) => labels[key] === value || isUnknown(key, labels),
  );
}

/** Whether the nodes of a pool meet what a pod's affinity requires of nodes. */
export function meetsAffinity(pool: NodePool, { affinity }: Scheduling): boolean {
  const required = ['nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution', 'nodeSelectorTerms'];
  const terms = listAt(affinity as unknown as Json, ...required);
  return terms.length === 0 || terms.some(term => meetsTerm(term, labelsOfPool(pool)));
}

/** A term without a requirement selects no node. */
function meetsTerm(term: Json, labels: Readonly<Record<string, string>>): boolean {
  const requirements = listAt(term, 'matchExpressions');
  const isOfNodes = listAt(term, 'matchFields').length > 0; // by name, which no row says
  return requirements.length > 0 ? requirements.every(each => meetsRequirement(each, labels)) : isOfNodes;
}

function meetsRequirement(requirement: Json, labels: Readonly<Record<string, string>>): boolean {
  const key = textAt(requirement, 'key') ?? '';
  if (isUnknown(key, labels)) return true;
  const values = listAt(requirement, 'values').map(String);
  const label = labels[key];
  switch (textAt(requirement, 'operator')) {
    case 'In':
      return label !== undefined && values.includes(label);
    case 'NotIn':
      return label === undefined || !values.includes(label);
    case 'Exists':
      return label !== undefined;
    case 'DoesNotExist':
      return label === undefined;
    case 'Gt':
      return Number(label) > Number(values[0]);
    case 'Lt':
      return Number(label) < Number(values[0]);
    default:
      return false;
  }
}

function isUnknown(key: string, labels: Readonly<Record<string, string>>): boolean {
  return key === hostName && labels[hostName] === undefined;
}
