import { Construct } from 'constructs';
import { optional } from '../model/input/form.ts';
import { availability } from './availability.ts';
import { checkInPlace } from './check-in-place.ts';
import { checkPods } from './check-pod.ts';
import { claimForm, ownClaim } from './claim.ts';
import type { Claim } from './claim.ts';
import { serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { deployment } from './deployment.ts';
import { wayIn } from './ingress/way-in.ts';
import type { WayIn } from './ingress/way-in.ts';
import { networkServices } from './network-service.ts';
import { openedBy } from './opened-endpoints.ts';
import type { PodProps } from './pod-props.ts';
import type { Probes } from './probe.ts';
import { holdsForm, refuse } from './refuse.ts';
import { serviceAccount } from './service-account.ts';
import { scaledByOthers } from './sizing.ts';
import type { Scaling } from './sizing.ts';

/** Properties for `HttpWorkload`. */
export interface HttpWorkloadProps extends Omit<PodProps, 'claimPath'>, Scaling, WayIn {
  readonly probes: Probes;

  /** Disk that outlives the pod. It allows one pod only, which stops before its successor starts. @default - none */
  readonly claim?: Claim;
}

/** A Deployment with a Service in front of it: what most services are. */
export class HttpWorkload extends Construct {
  constructor(scope: Construct, id: string, props: HttpWorkloadProps) {
    super(scope, id);
    const { replicas, claim, config } = props;
    const podProps = { ...props, claimPath: claim?.mountPath };
    checkPods(this, podProps, props);
    holdsForm(this, 'claim', claim, optional(claimForm));
    if (claim) checkInPlace(this, podProps, 'with a claim');
    if (claim && (scaledByOthers(props) || (replicas ?? 1) > 1)) {
      refuse(this, 'conflict', "'claim' allows one pod only, so 'replicas' and 'autoscaling' must be left out");
    }

    deployment(this, podProps, claim && serviceNameOf(this));
    networkServices(this, openedBy(this, props));
    serviceAccount(this);
    configMaps(this, config);
    if (claim) ownClaim(this, claim);
    wayIn(this, props);
    availability(this, 'Deployment', props);
  }
}
