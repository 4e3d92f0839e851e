import { customObject } from './custom-object.ts';
import { flag, integer, listOf, mapOf, object, oneOf, optional, text } from './schema.ts';
import type { TypeOf } from './schema.ts';

const taint = object({
  key: text(),
  value: optional(text()),
  effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
});

const requirement = object({
  key: text(),
  operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: optional(listOf(text())),
});

/** Nodes that Karpenter makes when pods find no room. */
export const nodePool = customObject(
  'karpenter.sh/v1',
  'NodePool',
  object({
    template: object({
      metadata: optional(object({ labels: optional(mapOf(text())) })),
      spec: object({
        nodeClassRef: object({ group: text(), kind: text(), name: text() }),
        requirements: listOf(requirement),
        taints: optional(listOf(taint)),
        expireAfter: optional(text()),
      }),
    }),
    limits: optional(mapOf(text())),
    disruption: optional(
      object({
        consolidationPolicy: oneOf('WhenEmpty', 'WhenEmptyOrUnderutilized'),
        consolidateAfter: text(),
      }),
    ),
  }),
);

const tagged = listOf(object({ tags: mapOf(text()) }), { minimum: 1 });

/** What the instances of such nodes are made of on AWS. */
export const ec2NodeClass = customObject(
  'karpenter.k8s.aws/v1',
  'EC2NodeClass',
  object({
    role: text(),
    amiSelectorTerms: listOf(object({ alias: text(/^[a-zA-Z0-9]+@.+$/) }), { minimum: 1 }),
    subnetSelectorTerms: tagged,
    securityGroupSelectorTerms: tagged,
    blockDeviceMappings: optional(
      listOf(
        object({
          deviceName: text(),
          ebs: object({
            volumeType: oneOf('gp3'),
            volumeSize: text(),
            encrypted: flag(),
            deleteOnTermination: optional(flag()),
          }),
        }),
      ),
    ),
    metadataOptions: optional(
      object({ httpTokens: oneOf('required', 'optional'), httpPutResponseHopLimit: integer({ minimum: 1 }) }),
    ),
  }),
);

/** Nodes that Karpenter makes, as they are rendered. */
export type RenderedNodePool = TypeOf<typeof nodePool>;

/** What they are made of, as it is rendered. */
export type RenderedNodeClass = TypeOf<typeof ec2NodeClass>;
