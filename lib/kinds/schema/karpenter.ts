import { customObject } from './custom-object.ts';
import { flag, integer, listOf, mapOf, object, oneOf, optional, text } from './schema.ts';
import type { TypeOf } from './schema.ts';

const labelName =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*(\/))?([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const labelValue = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const durationOrNever = /^(([0-9]+(s|m|h))+|Never)$/;
const volumeSize =
  /^((?:[1-9][0-9]{0,3}|[1-4][0-9]{4}|[5][0-8][0-9]{3}|59000)Gi|(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|[6][0-3][0-9]{3}|64000)G|([1-9]||[1-5][0-7]|58)Ti|([1-9]||[1-5][0-9]|6[0-3]|64)T)$/;

const taint = object({
  key: text(labelName),
  value: optional(text(labelName)),
  effect: oneOf('NoSchedule', 'PreferNoSchedule', 'NoExecute'),
});

const requirement = object({
  key: text(labelName),
  operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
  values: optional(listOf(text())),
});

/** Nodes that Karpenter makes when pods find no room. */
export const nodePool = customObject(
  'karpenter.sh/v1',
  'NodePool',
  object({
    template: object({
      metadata: optional(object({ labels: optional(mapOf(text(labelValue))) })),
      spec: object({
        nodeClassRef: object({ group: text(/^[^/]*$/), kind: text(), name: text() }),
        requirements: listOf(requirement),
        taints: optional(listOf(taint)),
        expireAfter: optional(text(durationOrNever)),
      }),
    }),
    limits: optional(mapOf(text())),
    disruption: optional(
      object({
        consolidationPolicy: optional(oneOf('WhenEmpty', 'WhenEmptyOrUnderutilized')),
        consolidateAfter: text(durationOrNever),
      }),
    ),
  }),
);

const tagged = listOf(object({ tags: optional(mapOf(text())) }), { minimum: 1 });

/** What the instances of such nodes are made of on AWS. */
export const ec2NodeClass = customObject(
  'karpenter.k8s.aws/v1',
  'EC2NodeClass',
  object({
    role: optional(text()),
    amiSelectorTerms: listOf(object({ alias: optional(text(/^[a-zA-Z0-9]+@.+$/)) }), { minimum: 1 }),
    subnetSelectorTerms: tagged,
    securityGroupSelectorTerms: tagged,
    blockDeviceMappings: optional(
      listOf(
        object({
          deviceName: optional(text()),
          ebs: optional(
            object({
              volumeType: optional(oneOf('gp3')),
              volumeSize: optional(text(volumeSize)),
              encrypted: optional(flag()),
              deleteOnTermination: optional(flag()),
            }),
          ),
        }),
      ),
    ),
    metadataOptions: optional(
      object({
        httpTokens: optional(oneOf('required', 'optional')),
        httpPutResponseHopLimit: optional(integer({ minimum: 1, maximum: 64 })),
      }),
    ),
  }),
);

/** Nodes that Karpenter makes, as they are rendered. */
export type RenderedNodePool = TypeOf<typeof nodePool>;

/** What they are made of, as it is rendered. */
export type RenderedNodeClass = TypeOf<typeof ec2NodeClass>;
