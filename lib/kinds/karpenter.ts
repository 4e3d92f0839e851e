import { textAt } from '../yaml/json-path.ts';
import type { Kind } from './kind.ts';
import { ec2NodeClass, nodePool } from './schema/karpenter.ts';

/** Kinds of Karpenter, which makes nodes. The schemas are those of its release 1.14, of the fields that are in use. */
export const karpenterKinds: readonly Kind[] = [
  {
    group: 'karpenter.sh',
    kind: 'NodePool',
    versions: ['v1'],
    scope: 'cluster',
    schema: nodePool,
    names: manifest => {
      const name = textAt(manifest, 'spec', 'template', 'spec', 'nodeClassRef', 'name');
      return name === undefined ? [] : [{ kind: 'karpenter.k8s.aws/EC2NodeClass', namespace: undefined, name }];
    },
    health: 'none',
  },
  {
    group: 'karpenter.k8s.aws',
    kind: 'EC2NodeClass',
    versions: ['v1'],
    scope: 'cluster',
    schema: ec2NodeClass,
    health: 'none',
  },
];
