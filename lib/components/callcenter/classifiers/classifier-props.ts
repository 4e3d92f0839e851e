import type { Construct } from 'constructs';
import { holdsForm } from '../../../constructs/refuse.ts';
import type { Scaling, Sizing } from '../../../constructs/sizing.ts';
import type { Spread } from '../../../constructs/spread.ts';
import type { Storage } from '../../../model/amounts.ts';
import { choice } from '../../../model/input/collections.ts';
import { logLevels } from '../log-level.ts';
import type { LogLevel } from '../log-level.ts';

/** What may be said of each service that classifies tickets. */
export interface ClassifierProps extends Sizing, Scaling {
  /** Its model in the registry: `models:/<name>@<alias>` or `models:/<name>/<version>`. @default - the service's own */
  readonly model?: string;

  /** Disk of each pod for the model; it goes with the pod. @default - the service's own */
  readonly modelStorage?: Storage;

  /** @default 'INFO' */
  readonly logLevel?: LogLevel;

  /** @default - as the cluster's scheduler does by itself */
  readonly spread?: Spread;
}

/** The variables that all of them are told. */
export function classifierVariables(scope: Construct, { logLevel = 'INFO' }: ClassifierProps): Record<string, string> {
  holdsForm(scope, 'logLevel', logLevel, choice(logLevels));
  return { LOG_LEVEL: logLevel };
}
