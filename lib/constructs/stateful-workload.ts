import { Construct } from 'constructs';
import { availability } from './availability.ts';
import { checkPods } from './check-pod.ts';
import { claimGuard, claimSpec } from './claim.ts';
import type { Claim } from './claim.ts';
import { ownEndpoint, serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { ingress } from './ingress.ts';
import { headlessService, networkService } from './network-service.ts';
import { selectorOf } from '../model/labels.ts';
import { podLabels } from './labels.ts';
import { openedBy } from './opened-endpoints.ts';
import { claimForm } from './pod-forms.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import type { Probes } from './probe.ts';
import { holdsForm } from './refuse.ts';
import { serviceAccount } from './service-account.ts';
import type { Scaling } from './sizing.ts';
import { StatefulSet } from './stateful-set.ts';

/** Properties for `StatefulWorkload`. */
export interface StatefulWorkloadProps extends Omit<PodProps, 'claimPath'>, Pick<Scaling, 'replicas'> {
  readonly probes: Probes;

  /** Disk of each pod. It stays when the pod, the StatefulSet or the Application goes. */
  readonly claim: Claim;

  /** Host name under which people reach it through the cluster's ingress. @default - they do not */
  readonly host?: string;
}

/** A StatefulSet with a disk for each pod, a Service for its clients and one that names the pods. */
export class StatefulWorkload extends Construct {
  constructor(scope: Construct, id: string, props: StatefulWorkloadProps) {
    super(scope, id);
    const { replicas = 1, claim, host, config } = props;
    const name = serviceNameOf(this);
    const podProps = { ...props, claimPath: claim.mountPath };
    const endpoints = openedBy(this, props);
    checkPods(this, podProps, { replicas });
    holdsForm(this, 'claim', claim, claimForm);

    new StatefulSet(this, 'StatefulSet', {
      metadata: { name, labels: podLabels(this) },
      spec: {
        serviceName: `${name}-pods`,
        replicas,
        revisionHistoryLimit: 3,
        podManagementPolicy: 'OrderedReady',
        updateStrategy: { type: 'RollingUpdate' },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: selectorOf(name) },
        template: podTemplate(this, undefined, podProps),
        volumeClaimTemplates: [{ metadata: { name: 'data', annotations: claimGuard }, spec: claimSpec(claim) }],
      },
    });
    headlessService(this, endpoints);
    networkService(this, endpoints);
    serviceAccount(this);
    configMaps(this, config);
    if (host !== undefined) ingress(this, host, ownEndpoint(this));
    availability(this, 'StatefulSet', { replicas });
  }
}
