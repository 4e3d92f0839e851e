import { Construct } from 'constructs';
import { optional, whole } from '../model/input/form.ts';
import { selectorOf } from '../model/labels.ts';
import { checkInPlace } from './check-in-place.ts';
import { checkPods } from './check-pod.ts';
import { serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { networkServices } from './network-service.ts';
import { exemptFromProbes } from './no-probes.ts';
import type { NoProbes } from './no-probes.ts';
import { openedBy } from './opened-endpoints.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import type { Probes } from './probe.ts';
import { holdsForm } from './refuse.ts';
import { serviceAccount } from './service-account.ts';

/** Properties for `DaemonWorkload`. */
export interface DaemonWorkloadProps extends Omit<PodProps, 'claimPath' | 'spread'> {
  /** Probes, or the reason why nothing asks it. */
  readonly probes: Probes | NoProbes;

  /** How many nodes are without it at a time while it is replaced. @default 1 */
  readonly maxUnavailable?: number;
}

/** A DaemonSet: a pod on each node, with a Service where it offers something. */
export class DaemonWorkload extends Construct {
  constructor(scope: Construct, id: string, props: DaemonWorkloadProps) {
    super(scope, id);
    const { maxUnavailable = 1, config } = props;
    const name = serviceNameOf(this);
    checkPods(this, props);
    checkInPlace(this, props, 'of a DaemonSet');
    holdsForm(this, 'maxUnavailable', maxUnavailable, optional(whole(1, 5000)));

    new kubernetes.KubeDaemonSet(this, 'DaemonSet', {
      metadata: { name, labels: podLabels(this), annotations: exemptFromProbes(props) },
      spec: {
        revisionHistoryLimit: 3,
        selector: { matchLabels: selectorOf(name) },
        updateStrategy: {
          type: 'RollingUpdate',
          // The new pod of a node starts once the old one is gone: both may want the same of the node.
          rollingUpdate: {
            maxSurge: kubernetes.IntOrString.fromNumber(0),
            maxUnavailable: kubernetes.IntOrString.fromNumber(maxUnavailable),
          },
        },
        template: podTemplate(this, undefined, props),
      },
    });
    networkServices(this, openedBy(this, props));
    serviceAccount(this);
    configMaps(this, config);
  }
}
