import { Construct } from 'constructs';
import { whole } from '../model/input/form.ts';
import { inWave, objectWaves, runAnew } from '../model/sync.ts';
import { checkInPlace } from './check-in-place.ts';
import { checkPods } from './check-pod.ts';
import { serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import { holdsForm } from './refuse.ts';
import { serviceAccount } from './service-account.ts';

/** Properties for `MigrationJob`. */
export interface MigrationJobProps extends Omit<PodProps, 'endpoints' | 'probes' | 'claimPath'> {
  /** Tries before the sync fails. @default 4 */
  readonly retries?: number;

  /** Seconds after which one run is given up. @default 600 */
  readonly deadline?: number;
}

/**
 * A Job that must end well before the rest of its component is synced. Argo CD runs it as a hook, and makes it
 * anew each time, because the template of a Job cannot be changed.
 */
export class MigrationJob extends Construct {
  constructor(scope: Construct, id: string, props: MigrationJobProps) {
    super(scope, id);
    const { retries = 4, deadline = 600, config } = props;
    checkPods(this, props);
    checkInPlace(this, props, 'of a Job');
    holdsForm(this, 'retries', retries, whole(0, 100));
    holdsForm(this, 'deadline', deadline, whole(1, 7 * 86400));
    const template = podTemplate(this, undefined, { ...props, endpoints: [] });

    new kubernetes.KubeJob(this, 'Job', {
      metadata: {
        name: serviceNameOf(this),
        labels: podLabels(this),
        annotations: { ...runAnew, ...inWave(objectWaves.migration) },
      },
      spec: {
        backoffLimit: retries,
        activeDeadlineSeconds: deadline,
        template: { ...template, spec: { ...template.spec!, restartPolicy: 'Never' } },
      },
    });
    // The Job must end before the next wave begins, so what it needs must be there before it.
    serviceAccount(this, inWave(objectWaves.ground));
    configMaps(this, config, inWave(objectWaves.ground));
  }
}
