import { Construct } from 'constructs';
import { optional } from '../model/input/form.ts';
import { availability } from './availability.ts';
import { checkPods } from './check-pod.ts';
import { claimGuard, claimSpec } from './claim.ts';
import type { Claim } from './claim.ts';
import { ownEndpoint, serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { ingress } from './ingress.ts';
import { kubernetes } from './kubernetes.ts';
import { networkService } from './network-service.ts';
import { selectorOf } from '../model/labels.ts';
import { podLabels } from './labels.ts';
import { openedBy } from './opened-endpoints.ts';
import { claimForm } from './pod-forms.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import type { Probes } from './probe.ts';
import { holdsForm, refuse } from './refuse.ts';
import { rollout } from './rollout.ts';
import { serviceAccount } from './service-account.ts';
import type { Scaling } from './sizing.ts';

/** Properties for `HttpWorkload`. */
export interface HttpWorkloadProps extends Omit<PodProps, 'claimPath'>, Scaling {
  readonly probes: Probes;

  /** Disk that outlives the pod. It allows one pod only, which stops before its successor starts. @default - none */
  readonly claim?: Claim;

  /** Host name under which people reach it through the cluster's ingress. @default - they do not */
  readonly host?: string;
}

/** A Deployment with a Service in front of it: what most services are. */
export class HttpWorkload extends Construct {
  constructor(scope: Construct, id: string, props: HttpWorkloadProps) {
    super(scope, id);
    const { replicas, autoscaling, claim, host, config } = props;
    const name = serviceNameOf(this);
    const podProps = { ...props, claimPath: claim?.mountPath };
    const endpoints = openedBy(this, props);
    checkPods(this, podProps, { replicas, autoscaling });
    holdsForm(this, 'claim', claim, optional(claimForm));
    if (claim && (autoscaling || (replicas ?? 1) > 1)) {
      refuse(this, 'conflict', "'claim' allows one pod only, so 'replicas' and 'autoscaling' must be left out");
    }

    new kubernetes.KubeDeployment(this, 'Deployment', {
      metadata: { name, labels: podLabels(this) },
      spec: {
        replicas: autoscaling ? undefined : (replicas ?? 1), // an autoscaler's number must not be in git
        revisionHistoryLimit: 3,
        selector: { matchLabels: selectorOf(name) },
        strategy: claim ? { type: 'Recreate' } : rollout(this, podProps, { replicas, autoscaling }),
        template: podTemplate(this, claim && name, podProps),
      },
    });
    networkService(this, endpoints);
    serviceAccount(this);
    configMaps(this, config);
    if (claim) {
      new kubernetes.KubePersistentVolumeClaim(this, 'Claim', {
        metadata: { name, labels: podLabels(this), annotations: claimGuard },
        spec: claimSpec(claim),
      });
    }
    if (host !== undefined) ingress(this, host, ownEndpoint(this));
    availability(this, 'Deployment', { replicas, autoscaling });
  }
}
