import { Construct } from 'constructs';
import { availability } from './availability.ts';
import { checkPods } from './check-pod.ts';
import { checkPortless } from './check-portless.ts';
import { configMaps } from './config-maps.ts';
import { deployment } from './deployment.ts';
import type { NoProbes } from './no-probes.ts';
import type { PodProps } from './pod-props.ts';
import type { Probes } from './probe.ts';
import { serviceAccount } from './service-account.ts';
import type { Scaling } from './sizing.ts';

/** Properties for `Worker`. */
export interface WorkerProps extends Omit<PodProps, 'claimPath' | 'endpoints'>, Scaling {
  /** Commands that ask it, or ports that only its pod knows; or the reason why nothing does. */
  readonly probes: Probes | NoProbes;
}

/** A Deployment that nobody calls: it fetches its work by itself, so it offers nothing and has no Service. */
export class Worker extends Construct {
  constructor(scope: Construct, id: string, props: WorkerProps) {
    super(scope, id);
    checkPods(this, props, props);
    checkPortless(this, props, 'HttpWorkload');

    deployment(this, props);
    serviceAccount(this);
    configMaps(this, props.config);
    availability(this, 'Deployment', props);
  }
}
