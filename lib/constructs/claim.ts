import type { k8s } from 'cdk8s-plus-28';
import type { Construct } from 'constructs';
import { fields } from '../model/input/collections.ts';
import { optional } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { guarded } from '../model/sync.ts';
import type { Storage } from '../model/amounts.ts';
import { ComponentChart, serviceNameOf } from './component-chart.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';

/** Disk space that outlives pods. */
export interface Claim {
  readonly mountPath: string;
  readonly size: Storage;

  /** @default - what its environment and its cluster's row say, else the cluster's default class */
  readonly storageClass?: string;
}

/** A pruned or deleted claim takes its data along, so Argo CD must do neither. */
export const claimGuard = guarded('keep');

/** What a claim must be like. */
export const claimForm = fields<Claim>({
  mountPath: forms.mountPath,
  size: forms.disk,
  storageClass: optional(forms.objectName),
});

/** A claim of the service's name, which one pod at a time may mount. */
export function ownClaim(scope: Construct, claim: Claim): void {
  new kubernetes.KubePersistentVolumeClaim(scope, 'Claim', {
    metadata: { name: serviceNameOf(scope), labels: podLabels(scope), annotations: claimGuard },
    spec: claimSpec(scope, claim),
  });
}

/** What a claim asks for; one node at a time may mount it. */
export function claimSpec(
  scope: Construct,
  claim: Pick<Claim, 'size' | 'storageClass'>,
): k8s.PersistentVolumeClaimSpec {
  const { component, surroundings } = ComponentChart.of(scope);
  const { size, storageClass = surroundings.storageClassOf(component) } = claim;
  return {
    accessModes: ['ReadWriteOnce'],
    storageClassName: storageClass,
    resources: { requests: { storage: kubernetes.Quantity.fromString(size) } },
  };
}
