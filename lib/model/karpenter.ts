/** How Karpenter makes the nodes of a pool. https://karpenter.sh/docs/concepts/nodepools/ */
export interface KarpenterPool {
  /** Types of instances that it may take. Each must offer at least what the row says of a node. */
  readonly instanceTypes: readonly string[];

  /** Ways to pay for them. @default - on demand: nobody takes them away */
  readonly capacityTypes?: readonly ('on-demand' | 'reserved' | 'spot')[];
}

/** What Karpenter needs to know of a cluster of AWS. */
export interface KarpenterCluster {
  /** Name in EKS. Its subnets and security groups are tagged with it: `karpenter.sh/discovery`. */
  readonly clusterName: string;

  /** ARN of the role that Karpenter's own ServiceAccount takes on. */
  readonly controllerRole: `arn:aws:iam::${string}`;

  /** Name of the role of the nodes that it makes. */
  readonly nodeRole: string;

  /** Image of its nodes at an exact version: `al2023@v20260801`. */
  readonly ami: `${'al2023' | 'bottlerocket'}@v${string}`;

  /** Queue that tells which instances are about to be taken away. @default - nobody tells */
  readonly interruptionQueue?: string;
}
