import { Construct } from 'constructs';
import { choice } from '../model/input/collections.ts';
import { optional, whole } from '../model/input/form.ts';
import type { Form } from '../model/input/form.ts';
import { forms } from '../model/input/forms.ts';
import { checkInPlace } from './check-in-place.ts';
import { checkPods } from './check-pod.ts';
import { checkPortless } from './check-portless.ts';
import { claimForm, ownClaim } from './claim.ts';
import type { Claim } from './claim.ts';
import { serviceNameOf } from './component-chart.ts';
import { configMaps } from './config-maps.ts';
import { kubernetes } from './kubernetes.ts';
import { podLabels } from './labels.ts';
import { podTemplate } from './pod.ts';
import type { PodProps } from './pod-props.ts';
import { holdsForm, refuse } from './refuse.ts';
import { serviceAccount } from './service-account.ts';

/** Properties for `CronWorkload`. */
export interface CronWorkloadProps extends Omit<PodProps, 'endpoints' | 'probes' | 'claimPath' | 'spread'> {
  /** When it starts: `'30 4 * * 1'`, or a name such as `'@daily'`. */
  readonly schedule: string;

  /** Time zone of the schedule, of the IANA database: `'Europe/Zurich'`. @default 'Etc/UTC' */
  readonly timeZone?: string;

  /** What becomes of a run that is due while another goes on: it is skipped, takes its place, or runs beside it. @default 'Forbid' */
  readonly concurrencyPolicy?: 'Forbid' | 'Replace' | 'Allow';

  /** Seconds after which a run that could not start is skipped. @default 300 */
  readonly startingDeadline?: number;

  /** Seconds after which a run is given up. @default 3600 */
  readonly deadline?: number;

  /** Tries of a run after the first. @default 2 */
  readonly retries?: number;

  /** How many runs that went well can still be looked at. @default 1 */
  readonly successfulHistory?: number;

  /** How many that failed. @default 3 */
  readonly failedHistory?: number;

  /** Whether no run starts. @default false */
  readonly suspended?: boolean;

  /** Disk that outlives the runs. @default - none */
  readonly claim?: Claim;
}

/** A CronJob: work that starts at its time, and ends. */
export class CronWorkload extends Construct {
  constructor(scope: Construct, id: string, props: CronWorkloadProps) {
    super(scope, id);
    const { schedule, timeZone = 'Etc/UTC', concurrencyPolicy = 'Forbid', startingDeadline = 300 } = props;
    const { deadline = 3600, retries = 2, successfulHistory = 1, failedHistory = 3, suspended, claim } = props;
    const own = { endpoints: [], claimPath: claim?.mountPath, priority: props.priority ?? 'batch' };
    const podProps: PodProps = { ...props, ...own };
    const name = serviceNameOf(this);
    checkPods(this, podProps);
    checkInPlace(this, props, 'of a Job');
    checkPortless(this, podProps, 'HttpWorkload');
    for (const [field, form] of Object.entries(ownForms)) holdsForm(this, field, props[field as OwnField], form);
    if (claim && concurrencyPolicy === 'Allow') {
      refuse(this, 'conflict', "'claim' allows one pod only, so 'concurrencyPolicy' ('Allow') must be another");
    }
    const template = podTemplate(this, claim && name, podProps);

    new kubernetes.KubeCronJob(this, 'CronJob', {
      metadata: { name, labels: podLabels(this) },
      spec: {
        schedule,
        timeZone,
        concurrencyPolicy,
        startingDeadlineSeconds: startingDeadline,
        successfulJobsHistoryLimit: successfulHistory,
        failedJobsHistoryLimit: failedHistory,
        suspend: suspended,
        jobTemplate: {
          metadata: { labels: podLabels(this) },
          spec: {
            backoffLimit: retries,
            activeDeadlineSeconds: deadline,
            template: { ...template, spec: { ...template.spec!, restartPolicy: 'Never' } },
          },
        },
      },
    });
    serviceAccount(this);
    configMaps(this, props.config);
    if (claim) ownClaim(this, claim);
  }
}

type OwnField = Exclude<keyof CronWorkloadProps, keyof PodProps>;

// A controller that looks every ten seconds misses a run that may be later by less.
const ownForms: Readonly<Record<OwnField, Form>> = {
  schedule: forms.schedule,
  timeZone: optional(forms.timeZone),
  concurrencyPolicy: optional(choice(['Forbid', 'Replace', 'Allow'])),
  startingDeadline: optional(whole(10, 7 * 86400)),
  deadline: optional(whole(1, 7 * 86400)),
  retries: optional(whole(0, 100)),
  successfulHistory: optional(whole(0, 100)),
  failedHistory: optional(whole(0, 100)),
  suspended: optional(forms.flag),
  claim: optional(claimForm),
};
