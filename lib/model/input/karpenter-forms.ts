import type { KarpenterCluster, KarpenterPool } from '../karpenter.ts';
import { choice, fields, list } from './collections.ts';
import { optional, pattern } from './form.ts';
import { forms } from './forms.ts';

const instanceType = pattern("must be a type of instances, such as 'g6.xlarge'", /^[a-z0-9-]+\.[a-z0-9-]+$/);

/** How Karpenter makes the nodes of a pool. */
export const karpenterPoolForm = fields<KarpenterPool>({
  instanceTypes: list(instanceType, 1),
  capacityTypes: optional(list(choice(['on-demand', 'reserved', 'spot']), 1)),
});

/** What Karpenter needs to know of a cluster. */
export const karpenterClusterForm = fields<KarpenterCluster>({
  clusterName: forms.objectName,
  controllerRole: pattern(
    "must be the ARN of a role: 'arn:aws:iam::<account>:role/<name>'",
    /^arn:aws:iam::\d{12}:role\/\S+$/,
  ),
  nodeRole: pattern('must be the name of a role, without its ARN', /^[\w+=,.@-]{1,64}$/),
  // With 'latest', nodes would be made anew whenever Amazon releases an image.
  ami: pattern(
    "must be an image at an exact version, such as 'al2023@v20260801'",
    /^(?:al2023|bottlerocket)@v\d[\w.]*$/,
  ),
  interruptionQueue: optional(forms.text),
});
