import { Construct } from 'constructs';
import { choice } from '../model/input/collections.ts';
import { optional } from '../model/input/form.ts';
import { availability } from './availability.ts';
import { checkInPlace } from './check-in-place.ts';
import { checkPods } from './check-pod.ts';
import { claimForm, claimGuard, claimSpec } from './claim.ts';
import type { Claim } from './claim.ts';
import { serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { wayIn } from './ingress/way-in.ts';
import type { WayIn } from './ingress/way-in.ts';
import { headlessService, networkServices, podsServiceName } from './network-service.ts';
import { selectorOf } from '../model/labels.ts';
import { podLabels } from './labels.ts';
import { openedBy } from './opened-endpoints.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import type { Probes } from './probe.ts';
import { holdsForm } from './refuse.ts';
import { serviceAccount } from './service-account.ts';
import type { Scaling } from './sizing.ts';
import { StatefulSet } from './stateful-set.ts';

/** Properties for `StatefulWorkload`. */
export interface StatefulWorkloadProps extends Omit<PodProps, 'claimPath'>, Pick<Scaling, 'replicas'>, WayIn {
  readonly probes: Probes;

  /** Disk of each pod. It stays when the pod, the StatefulSet or the Application goes. */
  readonly claim: Claim;

  /**
   * Whether pods start all at once, or one after the other, each once the one before is ready. Updates replace one after
   * the other either way. With `OrderedReady` a pod that never gets ready stays for ever: taking back what broke it does
   * not replace it, and a person must delete it. So it is for peers alone that need the order, and it cannot be changed
   * later. https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#forced-rollback
   *
   * @default 'Parallel'
   */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
}

/** A StatefulSet with a disk for each pod, a Service for its clients and one that names the pods. */
export class StatefulWorkload extends Construct {
  constructor(scope: Construct, id: string, props: StatefulWorkloadProps) {
    super(scope, id);
    const { replicas = 1, claim, podManagementPolicy, config } = props;
    const name = serviceNameOf(this);
    const podProps = { ...props, claimPath: claim.mountPath };
    const endpoints = openedBy(this, props);
    checkPods(this, podProps, { replicas });
    checkInPlace(this, podProps, 'of a StatefulSet');
    holdsForm(this, 'claim', claim, claimForm);
    const policies = optional(choice(['OrderedReady', 'Parallel']));
    holdsForm(this, 'podManagementPolicy', podManagementPolicy, policies);

    new StatefulSet(this, 'StatefulSet', {
      metadata: { name, labels: podLabels(this) },
      spec: {
        serviceName: podsServiceName(name),
        replicas,
        revisionHistoryLimit: 3,
        podManagementPolicy: podManagementPolicy ?? 'Parallel',
        updateStrategy: { type: 'RollingUpdate' },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: selectorOf(name) },
        template: podTemplate(this, undefined, podProps),
        volumeClaimTemplates: [{ metadata: { name: 'data', annotations: claimGuard }, spec: claimSpec(this, claim) }],
      },
    });
    headlessService(this, endpoints);
    networkServices(
      this,
      endpoints.filter(({ serviceName }) => serviceName !== podsServiceName(name)), // it leads to all of them already
    );
    serviceAccount(this);
    configMaps(this, config);
    wayIn(this, props);
    availability(this, 'StatefulSet', { replicas });
  }
}
